package org.luaplatform.bootstrap.bench;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.understand.TextAnalyzer;

/// The figures that `./lua bench` prints.
public final class Bench {

    private static final int CLIENTS = 32;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final int ROUNDS = 3;

    private static final List<String> TEXTS = List.of(
            "The staff were kind and explained everything, but we waited three hours in a cold corridor.",
            "Nothing could have been better. Thank you all.",
            "Parking is a nightmare and the signs are confusing.",
            "The doctor listened to me for once, and the nurse called back the next day as promised.",
            "Food was cold, the room was dirty and nobody answered the bell during the night.");

    /// What the bench needs of a running server.
    ///
    /// @param port where it listens
    /// @param form an open form that asks `why` (a text) and for a `score` (1 to 5)
    /// @param shown the form as the server shows it to respondents
    public record Target(int port, String form, String shown) {}

    private final PrintStream out;

    public Bench(PrintStream out) {
        this.out = out;
    }

    /// POST feedback, against rows that SQLite commits for as many clients at best.
    public void collecting(Target target, Path scratch) {
        out.println("collecting: POST feedback, " + CLIENTS + " clients, each answer durable");
        var load = new HttpLoad(target.port(), CLIENTS);
        String path = "/api/v1/forms/" + target.form() + "/feedback";
        load.perSecond(WARM_UP, number -> HttpLoad.post(path, feedback(number)));
        var ratios = new Ratios(out);
        for (int round = 0; round < ROUNDS; round++) {
            double raw = RawInserts.perSecond(
                    scratch.resolve("raw-" + round + ".db"),
                    CLIENTS,
                    MEASURED,
                    feedback(round).repeat(6));
            double ours = load.perSecond(MEASURED, number -> HttpLoad.post(path, feedback(number)));
            ratios.add("POST/s", ours, "raw inserts/s", raw);
        }
        ratios.print(0.7);
    }

    /// GET public form, against a bare Helidon handler that sends the same bytes.
    public void reading(Target target) {
        out.println("reading: GET public form, " + CLIENTS + " clients");
        WebServer bare = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .shutdownHook(false)
                .routing(HttpRouting.builder().get("/form", (_, response) -> response.send(target.shown())))
                .build()
                .start();
        try {
            var ourLoad = new HttpLoad(target.port(), CLIENTS);
            var bareLoad = new HttpLoad(bare.port(), CLIENTS);
            byte[] ourRequest = HttpLoad.get("/api/v1/public/forms/" + target.form());
            byte[] bareRequest = HttpLoad.get("/form");
            ourLoad.perSecond(WARM_UP, _ -> ourRequest);
            bareLoad.perSecond(WARM_UP, _ -> bareRequest);
            var ratios = new Ratios(out);
            for (int round = 0; round < ROUNDS; round++) {
                double raw = bareLoad.perSecond(MEASURED, _ -> bareRequest);
                double ours = ourLoad.perSecond(MEASURED, _ -> ourRequest);
                ratios.add("GET/s", ours, "bare GET/s", raw);
            }
            ratios.print(0.6);
        } finally {
            bare.stop();
        }
    }

    /// Texts that one core reads.
    public void analyzing(TextAnalyzer analyzer) {
        List<TextAnalyzer.Passage> passages = TEXTS.stream()
                .map(text -> new TextAnalyzer.Passage(text, Optional.of(Language.ENGLISH), Optional.empty()))
                .toList();
        analyzedPerSecond(analyzer, passages, WARM_UP);
        out.printf(
                Locale.ROOT,
                "analyzing: %,.0f texts/s on one core, %d characters each%n",
                analyzedPerSecond(analyzer, passages, MEASURED),
                TEXTS.stream().mapToInt(String::length).sum() / TEXTS.size());
    }

    private static double analyzedPerSecond(
            TextAnalyzer analyzer, List<TextAnalyzer.Passage> passages, Duration duration) {
        long started = System.nanoTime();
        long end = started + duration.toNanos();
        long texts = 0;
        while (System.nanoTime() < end) {
            for (TextAnalyzer.Passage passage : passages) {
                // The keywords are looked at, so that no compiler finds the work in vain.
                texts += analyzer.analyze(passage).keywords().size() > 5 ? 0 : 1;
            }
        }
        return texts / ((System.nanoTime() - started) / 1e9);
    }

    private static String feedback(long number) {
        return "{\"answers\":{\"why\":\"" + TEXTS.get((int) (number % TEXTS.size())) + "\",\"score\":"
                + (1 + number % 5) + "}}";
    }

    /// A row of an imported file: the n-th of many, spread over 90 days.
    static byte[] csvRow(long number, long occurredAtMillis) {
        return ("row-" + number + "," + java.time.Instant.ofEpochMilli(occurredAtMillis) + "," + (1 + number % 5)
                        + ",\"" + TEXTS.get((int) (number % TEXTS.size())) + "\"\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
