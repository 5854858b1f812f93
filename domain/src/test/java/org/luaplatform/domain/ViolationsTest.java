package org.luaplatform.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViolationsTest {

    private final Violations violations = new Violations();

    @Test
    void nothing_is_wrong_at_the_beginning() {
        assertThat(violations.any()).isFalse();
        assertThat(violations.list()).isEmpty();
        assertThatCode(violations::throwIfAny).doesNotThrowAnyException();
    }

    @Test
    void everything_that_is_wrong_is_reported_at_once_and_in_order() {
        violations.add(Pointer.to("b"), "is odd");
        violations.add(Pointer.to("a"), "is even");

        assertThat(violations.any()).isTrue();
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(violations::throwIfAny)
                .withMessage("/b is odd; /a is even")
                .satisfies(invalid -> assertThat(invalid.violations())
                        .containsExactly(
                                new Violation(Pointer.to("b"), "is odd"), new Violation(Pointer.to("a"), "is even")));
    }

    @Test
    void a_check_that_holds_adds_nothing() {
        assertThat(violations.check(true, Pointer.ROOT, "is odd")).isTrue();
        assertThat(violations.any()).isFalse();
    }

    @Test
    void a_check_that_fails_adds_its_violation() {
        assertThat(violations.check(false, Pointer.to("a"), "is odd")).isFalse();
        assertThat(violations.list()).containsExactly(new Violation(Pointer.to("a"), "is odd"));
    }

    @Test
    void an_attempt_that_succeeds_gives_what_was_made() {
        assertThat(violations.attempt(Pointer.to("a"), () -> "made")).contains("made");
        assertThat(violations.any()).isFalse();
    }

    @Test
    void an_attempt_that_fails_adds_its_violations_at_their_place() {
        Optional<String> made = violations.attempt(Pointer.to("fields").child(2), () -> {
            throw new Invalid(List.of(
                    new Violation(Pointer.to("label"), "must not be blank"), new Violation(Pointer.ROOT, "is odd")));
        });

        assertThat(made).isEmpty();
        assertThat(violations.list())
                .containsExactly(
                        new Violation(new Pointer("/fields/2/label"), "must not be blank"),
                        new Violation(new Pointer("/fields/2"), "is odd"));
    }

    @Test
    void nobody_reads_more_than_a_hundred() {
        for (int i = 0; i < 150; i++) {
            assertThat(violations.check(false, Pointer.ROOT.child(i), "is odd")).isFalse();
        }

        assertThat(violations.list()).hasSize(100).endsWith(new Violation(new Pointer("/99"), "is odd"));
    }

    @Test
    void there_is_no_invalid_input_without_a_violation() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Invalid(List.of()));
    }
}
