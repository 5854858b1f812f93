package org.luaplatform.adapters.sqlite;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.learn.FeedbackDocument;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.adapters.sqlite.engine.Unusable;
import org.luaplatform.domain.IdGenerator;
import org.luaplatform.domain.TimeSortedIds;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.testing.TestFeedback;
import org.luaplatform.domain.tenancy.OrganizationId;

/// How much of what the engine can do is left when feedback is added through the port: durable inserts of the same
/// bytes into a table without any other index, against [org.luaplatform.domain.learn.FeedbackInbox#add], each by 32
/// clients on virtual threads. Run it by hand; the numbers are the machine's.
final class InsertBench {

    private static final int CLIENTS = 32;
    private static final OrganizationId ORGANIZATION = new OrganizationId("01jd9w3k5m8qzv7r2x4c6b0n1t");
    private static final List<FormId> FORMS = IntStream.range(0, 5)
            .mapToObj(i -> new FormId("01jd9w3k5m8qzv7r2x4c6b0f0" + i))
            .toList();
    private static final IdGenerator IDS = new TimeSortedIds(Clock.systemUTC(), new SecureRandom());
    private static final String WORDS = "The staff were friendly and explained everything, but I waited two hours in a"
            + " cold corridor before anybody told me what was going on. ";

    private InsertBench() {}

    public static void main(String[] arguments) throws IOException, Unusable {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        Path folder = Files.createTempDirectory(Path.of(arguments.length > 1 ? arguments[1] : "."), "bench");
        for (int round = 0; round < 3; round++) {
            double raw = raw(folder.resolve("raw" + round + ".db"), count);
            double port = port(folder.resolve("port" + round + ".db"), count);
            System.out.printf("raw %,.0f/s, FeedbackInbox.add %,.0f/s, ratio %.2f%n", raw, port, port / raw);
        }
    }

    private static double raw(Path file, int count) throws Unusable {
        try (var database = Database.open(file)) {
            int _ = database.write(
                    session -> session.sql("CREATE TABLE raw (id TEXT PRIMARY KEY, document BLOB NOT NULL)")
                            .update());
            return perSecond("raw", count, i -> {
                Feedback piece = piece(i);
                byte[] document = Json.bytes(FeedbackDocument.of(piece));
                int _ = database.writeOne(session -> session.sql("INSERT INTO raw (id, document) VALUES (?, ?)")
                        .with(piece.id().value())
                        .with(document)
                        .update());
            });
        }
    }

    private static double port(Path file, int count) {
        try (var adapter = SqliteAdapter.open(file)) {
            return perSecond("port", count, i -> {
                var _ = adapter.feedbackInbox().add(piece(i));
            });
        }
    }

    private static Feedback piece(int i) {
        return TestFeedback.feedback(ORGANIZATION, FORMS.get(i % FORMS.size()))
                .id(new FeedbackId(IDS.next()))
                .at(Instant.now())
                .words(WORDS + i)
                .score(1 + i % 5)
                .language("en")
                .channel("widget")
                .build();
    }

    /// The rate after the first fifth, which warms up.
    private static double perSecond(String name, int count, IntConsumer insert) {
        var next = new AtomicInteger();
        var start = new long[1];
        var cpu = new long[1];
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < CLIENTS; client++) {
                clients.execute(() -> {
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        if (i == count / 5) {
                            start[0] = System.nanoTime();
                            cpu[0] = processCpu();
                        }
                        insert.accept(i);
                    }
                });
            }
        }
        int measured = count - count / 5;
        System.out.printf("  %s: %.1f µs of CPU each%n", name, (processCpu() - cpu[0]) / 1e3 / measured);
        return measured / ((System.nanoTime() - start[0]) / 1e9);
    }

    private static long processCpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
