package org.luaplatform.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.luaplatform.bootstrap.architecture.planted.thecoreistoldtimeandchance.domain.PlantedClock;

/// Holds every rule against the product, and against a violation that was planted for it under
/// `planted.<name of the rule>`: a rule that cannot fail protects nothing.
final class ArchitectureTest {

    private static final String ROOT = "org.luaplatform";
    private static final String PLANTED = ArchitectureTest.class.getPackageName() + ".planted.";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
            .importPackages(ROOT);

    @ParameterizedTest
    @EnumSource
    void the_product_keeps(Rule rule) {
        rule.under(ROOT).check(PRODUCT);
    }

    @ParameterizedTest
    @EnumSource
    void a_planted_violation_is_found_by(Rule rule) {
        String root = PLANTED + rule.name().toLowerCase(Locale.ROOT).replace("_", "");
        var planted = new ClassFileImporter().importPackages(root);

        var result = rule.under(root).evaluate(planted);

        assertThat(result.getFailureReport().getDetails())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains(".Planted"));
    }

    @Test
    void every_way_to_read_the_time_or_to_draw_by_chance_is_found() {
        String root = PLANTED + "thecoreistoldtimeandchance";
        var planted = new ClassFileImporter().importPackages(root);

        var result = Rule.THE_CORE_IS_TOLD_TIME_AND_CHANCE.under(root).evaluate(planted);

        assertThat(result.getFailureReport().getDetails()).hasSize(PlantedClock.class.getRecordComponents().length);
    }
}
