package org.luaplatform.bootstrap.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.luaplatform.application.understand.ListThemes;
import org.luaplatform.application.understand.ReadStatistics;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.understand.Interval;
import org.luaplatform.domain.understand.Slice;
import org.luaplatform.domain.understand.Statistic;
import org.luaplatform.domain.understand.ThemeSummary;
import org.luaplatform.domain.understand.TimeFrame;

/// What was found in the feedback of the last 90 days, on a dozen lines.
public final class DemoSummary {

    private static final Duration PERIOD = Duration.ofDays(90);
    private static final int MOST_THEMES = 5;
    private static final int LONGEST_QUOTE = 140;

    private final ReadStatistics readStatistics;
    private final ListThemes listThemes;
    private final InstantSource clock;

    public DemoSummary(ReadStatistics readStatistics, ListThemes listThemes, InstantSource clock) {
        this.readStatistics = readStatistics;
        this.listThemes = listThemes;
        this.clock = clock;
    }

    /// How many pieces were counted so far.
    long volume(OrganizationId organization, Principal caller) {
        return total(organization, caller, Statistic.Kind.VOLUME, Slice.ALL) instanceof Statistic.Volume(long count)
                ? count
                : 0;
    }

    void print(OrganizationId organization, Principal caller, Slice slice, PrintStream out) {
        out.println();
        out.println("What people said in the last 90 days");
        if (total(organization, caller, Statistic.Kind.VOLUME, slice) instanceof Statistic.Volume(long count)) {
            out.printf(Locale.ROOT, "  volume      %,d feedbacks%n", count);
        }
        if (total(organization, caller, Statistic.Kind.RATINGS, slice) instanceof Statistic.Ratings ratings) {
            ratings.fields()
                    .forEach(field -> out.printf(
                            Locale.ROOT,
                            "  %-11s mean %.2f of %d, from %,d answers%n",
                            field.field().value(),
                            field.mean().orElse(0),
                            field.scale().highest(),
                            field.answers()));
        }
        if (total(organization, caller, Statistic.Kind.NPS, slice) instanceof Statistic.Nps nps
                && nps.score().isPresent()) {
            out.printf(Locale.ROOT, "  NPS         %+.0f%n", nps.score().getAsDouble());
        }
        if (total(organization, caller, Statistic.Kind.SENTIMENT, slice) instanceof Statistic.Sentiments sentiments
                && sentiments.assessed() > 0) {
            double all = sentiments.assessed();
            out.printf(
                    Locale.ROOT,
                    "  sentiment   %.0f %% positive, %.0f %% neutral, %.0f %% negative%n",
                    100 * sentiments.positive() / all,
                    100 * sentiments.neutral() / all,
                    100 * sentiments.negative() / all);
        }
        themes(organization, caller, slice, out);
        out.println();
    }

    private void themes(OrganizationId organization, Principal caller, Slice slice, PrintStream out) {
        List<ThemeSummary> themes = listThemes.handle(caller, new ListThemes.Query(organization, frame(), slice));
        if (!themes.isEmpty()) {
            out.println("  top themes");
        }
        themes.stream().limit(MOST_THEMES).forEach(theme -> {
            out.printf(
                    Locale.ROOT,
                    "    %-24s %,5d feedbacks, %.0f %% negative%n",
                    theme.theme().label(),
                    theme.size(),
                    100 * theme.sentiments().negativeShare().orElse(0));
            theme.theme().quotes().stream()
                    .findFirst()
                    .ifPresent(quote -> out.println("      \"" + shortened(quote.text()) + "\""));
        });
    }

    private Statistic total(OrganizationId organization, Principal caller, Statistic.Kind kind, Slice slice) {
        return readStatistics
                .handle(
                        caller,
                        new ReadStatistics.Query(
                                organization,
                                kind,
                                frame(),
                                Interval.DAY,
                                ZoneOffset.UTC,
                                slice,
                                ReadStatistics.Query.DEFAULT_TOP))
                .total();
    }

    /// Up to tomorrow: an answer of this very moment is in it.
    private TimeFrame frame() {
        Instant end = clock.instant().plus(Duration.ofDays(1));
        return new TimeFrame(Optional.of(end.minus(PERIOD).minus(Duration.ofDays(1))), Optional.of(end));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
