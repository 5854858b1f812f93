package org.luaplatform.application.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.act.Condition;
import org.luaplatform.domain.act.Condition.Comparison;
import org.luaplatform.domain.act.Condition.Subject;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.Event;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.Rules;
import org.luaplatform.domain.act.Trigger;
import org.luaplatform.domain.act.Trigger.Direction;
import org.luaplatform.domain.act.Trigger.Metric;
import org.luaplatform.domain.act.Trigger.ThemeMeasure;
import org.luaplatform.domain.tenancy.LiveEvents.News;
import org.luaplatform.domain.tenancy.Organization;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.testing.TestIds;
import org.luaplatform.domain.understand.Theme;

final class WatchThresholdsTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Trigger MUCH = new Trigger.MetricCrossed(Metric.VOLUME, Direction.ABOVE, 2, WEEK);
    private static final Trigger BIG_THEME = new Trigger.ThemeCrossed(ThemeMeasure.SIZE, 2, WEEK);

    private final Acting world = new Acting();
    private final Counted counted = new Counted(world);
    private final Destination chat = world.destination("chat");

    @Test
    void a_metric_that_crosses_its_bound_is_told_once() {
        Rule rule = world.rule(MUCH, List.of(), chat.id());
        counted.feedback(2);
        int before = watch();
        counted.feedback(1);

        int told = watch();
        int toldAgain = watch();

        assertThat(List.of(before, told, toldAgain)).containsExactly(0, 1, 0);
        assertThat(world.ledger()).singleElement().satisfies(delivery -> {
            assertThat(delivery.rule()).contains(rule.id());
            assertThat(delivery.destination()).isEqualTo(chat.id());
            assertThat(delivery.event())
                    .isEqualTo(
                            new Event.MetricCrossed(Metric.VOLUME, Direction.ABOVE, 3, 2, WEEK, world.clock.instant()));
        });
        assertThat(world.signals.told).containsExactly("enqueued 1");
        assertThat(world.nudges).hasValue(1);
        assertThat(world.news.told).extracting(News::type).containsExactly("metric.crossed");
    }

    @Test
    void what_crosses_again_is_told_again() {
        world.rule(MUCH, List.of(), chat.id());
        counted.feedback(3);
        watch();

        world.clock.advance(WEEK.plusHours(1));
        watch();
        counted.feedback(3);
        watch();

        assertThat(world.ledger()).hasSize(2).extracting(Delivery::id).doesNotHaveDuplicates();
    }

    @Test
    void what_never_had_a_value_has_not_crossed() {
        world.rule(new Trigger.MetricCrossed(Metric.NPS, Direction.BELOW, 100, WEEK), List.of(), chat.id());

        assertThat(watch()).isZero();
        assertThat(world.ledger()).isEmpty();
    }

    @Test
    void a_metric_counts_what_the_conditions_let_through() {
        var elsewhere = new Condition(Subject.FORM, Comparison.IS, List.of("otherform"));
        var here = new Condition(Subject.FORM, Comparison.IS, List.of(counted.form.value()));
        world.rule(MUCH, List.of(elsewhere), chat.id());
        Rule ours = world.rule(MUCH, List.of(here), chat.id());
        counted.feedback(3);

        assertThat(watch()).isEqualTo(1);
        assertThat(world.ledger())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.rule()).contains(ours.id()));
    }

    @Test
    void feedback_that_is_too_old_does_not_count() {
        world.rule(MUCH, List.of(), chat.id());
        counted.feedback(3);

        world.clock.advance(WEEK.plusHours(1));

        assertThat(watch()).isZero();
    }

    @Test
    void a_theme_that_grows_is_told_once() {
        Theme theme = counted.theme("Waiting", "wait");
        counted.theme("Parking", "parking");
        Rule rule = world.rule(BIG_THEME, List.of(), chat.id());
        counted.feedbackAbout("wait");
        watch();
        counted.feedbackAbout("wait");

        int told = watch();
        int toldAgain = watch();

        assertThat(List.of(told, toldAgain)).containsExactly(1, 0);
        assertThat(world.ledger()).singleElement().satisfies(delivery -> {
            assertThat(delivery.rule()).contains(rule.id());
            assertThat(delivery.event())
                    .isEqualTo(new Event.ThemeChanged(
                            theme.id(), "Waiting", ThemeMeasure.SIZE, 2, 2, WEEK, world.clock.instant()));
        });
    }

    @Test
    void two_themes_are_told_each_by_itself() {
        counted.theme("Waiting", "wait");
        counted.theme("Parking", "parking");
        world.rule(BIG_THEME, List.of(), chat.id());
        counted.feedbackAbout("wait", "parking");
        counted.feedbackAbout("wait", "parking");

        assertThat(watch()).isEqualTo(2);
    }

    @Test
    void a_rule_watches_only_the_themes_that_it_names() {
        counted.theme("Waiting", "wait");
        Theme parking = counted.theme("Parking", "parking");
        world.rule(
                BIG_THEME,
                List.of(new Condition(
                        Subject.THEME, Comparison.IS, List.of(parking.id().value()))),
                chat.id());
        counted.feedbackAbout("wait", "parking");
        counted.feedbackAbout("wait", "parking");

        watch();

        assertThat(world.ledger())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.event())
                        .isInstanceOfSatisfying(
                                Event.ThemeChanged.class,
                                event -> assertThat(event.theme()).isEqualTo(parking.id())));
    }

    @Test
    void the_window_of_a_theme_is_as_many_days_with_today() {
        Theme theme = counted.theme("Waiting", "wait");
        world.rule(new Trigger.ThemeCrossed(ThemeMeasure.TREND, 100, Duration.ofDays(2)), List.of(), chat.id());
        counted.feedbackAbout("wait");
        world.clock.advance(Duration.ofDays(2));
        counted.feedbackAbout("wait");
        counted.feedbackAbout("wait");

        watch();

        assertThat(world.ledger())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.event())
                        .isEqualTo(new Event.ThemeChanged(
                                theme.id(),
                                "Waiting",
                                ThemeMeasure.TREND,
                                100,
                                100,
                                Duration.ofDays(2),
                                world.clock.instant())));
    }

    @Test
    void everybody_whom_the_rule_names_is_told() {
        world.rule(MUCH, List.of(), chat.id(), world.destination("desk").id());
        counted.feedback(3);

        assertThat(watch()).isEqualTo(1);
        assertThat(world.ledger()).hasSize(2);
    }

    @Test
    void rules_that_wait_for_feedback_watch_nothing() {
        world.rule(Acting.FEEDBACK, List.of(), chat.id());
        counted.feedback(3);

        assertThat(watch()).isZero();
    }

    @Test
    void every_organization_is_looked_at() {
        for (int i = 0; i < 250; i++) {
            world.stores
                    .organizations()
                    .add(new Organization(
                            new OrganizationId("0" + TestIds.next()), "Before us", world.clock.instant()));
        }
        world.rule(MUCH, List.of(), chat.id());
        counted.feedback(3);

        assertThat(watch()).isEqualTo(1);
    }

    @Test
    void an_outage_ends_the_round() {
        Rules broken = Acting.failing(Rules.class, world.stores.rules(), "enabled");

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> watch(broken));
    }

    private int watch() {
        return watch(world.stores.rules());
    }

    private int watch(Rules rules) {
        return new WatchThresholds(
                        world.stores.organizations(),
                        rules,
                        world.stores.themes(),
                        world.stores.buckets(),
                        world.stores.watches(),
                        world.stores.deliveries(),
                        world.news,
                        world.dispatcher,
                        world.signals,
                        world.clock)
                .handle();
    }
}
