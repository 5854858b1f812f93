package org.luaplatform.bootstrap.bench;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.luaplatform.application.learn.ReadImport;
import org.luaplatform.application.learn.StartImport;
import org.luaplatform.application.understand.ReadStatistics;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Import;
import org.luaplatform.domain.learn.ImportFormat;
import org.luaplatform.domain.learn.ImportId;
import org.luaplatform.domain.learn.ImportMapping;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.understand.Interval;
import org.luaplatform.domain.understand.Slice;
import org.luaplatform.domain.understand.Statistic;
import org.luaplatform.domain.understand.TimeFrame;

/// What many feedbacks cost: to take them in by the file, and to ask statistics of them.
public final class Volume {

    private static final int LOOKS = 31;
    private static final Duration PERIOD = Duration.ofDays(90);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final StartImport startImport;
    private final ReadImport readImport;
    private final ReadStatistics readStatistics;
    private final OrganizationId organization;
    private final FormId form;
    private final PrintStream out;

    public Volume(
            StartImport startImport,
            ReadImport readImport,
            ReadStatistics readStatistics,
            OrganizationId organization,
            FormId form,
            PrintStream out) {
        this.startImport = startImport;
        this.readImport = readImport;
        this.readStatistics = readStatistics;
        this.organization = organization;
        this.form = form;
        this.out = out;
    }

    /// @param rows how many feedbacks there are in the end
    public void measure(long few, long rows) {
        fill(0, few);
        double atFew = statistics(few);
        double seconds = fill(few, rows);
        out.printf(
                Locale.ROOT,
                "importing: %,.0f rows/s stored; analysed and counted as well %,.0f/s%n",
                (rows - few) / stored,
                (rows - few) / seconds);
        double atMany = statistics(rows);
        out.printf(
                Locale.ROOT,
                "  statistics of %,d against %,d: ratio %.2f, goal at most 1.20: %s%n",
                rows,
                few,
                atMany / atFew,
                atMany / atFew <= 1.2 ? "reached" : "NOT reached");
    }

    private double stored;

    /// @return seconds until all of them were counted
    private double fill(long from, long to) {
        long started = System.nanoTime();
        ImportId id = startImport
                .handle(
                        operator(),
                        new StartImport.Command(
                                organization,
                                form,
                                ImportFormat.CSV,
                                ImportMapping.AUTOMATIC,
                                false,
                                rows(from, to),
                                Optional.empty()))
                .id();
        while (readImport
                        .handle(operator(), new ReadImport.Query(organization, id))
                        .state()
                != Import.State.DONE) {
            pause();
        }
        stored = (System.nanoTime() - started) / 1e9;
        while (volume() < to) {
            pause();
        }
        return (System.nanoTime() - started) / 1e9;
    }

    /// The file, made while it is read.
    private static InputStream rows(long from, long to) {
        long now = System.currentTimeMillis();
        var header = new java.io.ByteArrayInputStream("id,occurredAt,score,why\n".getBytes(StandardCharsets.US_ASCII));
        Enumeration<InputStream> parts =
                Collections.enumeration(List.of(header, new GeneratedRows(from, to, now, PERIOD)));
        return new SequenceInputStream(parts);
    }

    private long volume() {
        return read(Statistic.Kind.VOLUME) instanceof Statistic.Volume(long count) ? count : 0;
    }

    /// @return the middle time of one dashboard's worth of figures, in milliseconds
    private double statistics(long count) {
        List<Double> times = IntStream.range(0, LOOKS)
                .mapToObj(_ -> {
                    long started = System.nanoTime();
                    for (Statistic.Kind kind : Statistic.Kind.values()) {
                        read(kind);
                    }
                    return (System.nanoTime() - started) / 1e6;
                })
                .sorted()
                .toList();
        double median = times.get(times.size() / 2);
        out.printf(
                Locale.ROOT, "statistics: %.1f ms for all eight kinds over 90 days of %,d feedbacks%n", median, count);
        return median;
    }

    private Statistic read(Statistic.Kind kind) {
        Instant end = Instant.now();
        return readStatistics
                .handle(
                        operator(),
                        new ReadStatistics.Query(
                                organization,
                                kind,
                                new TimeFrame(
                                        Optional.of(end.minus(PERIOD).minus(Duration.ofDays(1))), Optional.of(end)),
                                Interval.DAY,
                                ZONE,
                                new Slice(Optional.of(form), Optional.empty(), Optional.empty()),
                                ReadStatistics.Query.DEFAULT_TOP))
                .total();
    }

    private Principal operator() {
        return new Principal.Operator(organization);
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
