package org.luaplatform.bootstrap;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.luaplatform.adapters.documents.learn.FileRows;
import org.luaplatform.application.act.DispatchDeliveries;
import org.luaplatform.application.act.EnqueueForFeedback;
import org.luaplatform.application.act.WatchThresholds;
import org.luaplatform.application.learn.RunImports;
import org.luaplatform.application.understand.AnalyzeFeedback;
import org.luaplatform.application.understand.CountFeedback;
import org.luaplatform.domain.IdGenerator;
import org.luaplatform.domain.Signals;
import org.luaplatform.domain.act.Courier;
import org.luaplatform.domain.understand.BuiltInEmbedder;
import org.luaplatform.domain.understand.TextAnalyzer;

/// What goes on behind the requests. Each kind of work has its worker; who causes work wakes the one that does it.
final class Workers implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(5);

    /// Figures over hours and days need no closer look.
    private static final Duration WATCHING = Duration.ofSeconds(20);

    /// An attempt to deliver has a deadline of its own that is shorter.
    private static final Duration PATIENCE_WITH_ATTEMPTS = Duration.ofSeconds(20);

    private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Worker> analysis;
    private final Worker counting;
    private final Worker dispatching;
    private final Worker importing;
    private final Worker watching;

    /// @param replica tells this process from all others
    Workers(
            String replica,
            int analysisThreads,
            Stores stores,
            SharedPorts shared,
            TextAnalyzer analyzer,
            Courier courier,
            Signals signals,
            IdGenerator ids,
            InstantSource clock) {
        var dispatch = new DispatchDeliveries(
                stores.deliveries(),
                stores.destinations(),
                courier,
                shared.liveEvents(),
                signals,
                sending,
                this::nudgeDispatching,
                new SecureRandom(),
                clock);
        dispatching = new Worker("dispatching", dispatch::handle, SOON, signals);
        var enqueue = new EnqueueForFeedback(stores.rules(), stores.deliveries(), dispatching, signals, clock);
        var count = new CountFeedback(
                replica,
                stores.lane(),
                stores.buckets(),
                stores.entries(),
                stores.themes(),
                new BuiltInEmbedder(),
                enqueue::handle,
                shared.liveEvents(),
                clock,
                signals);
        counting = new Worker("counting", () -> count.handle(CountFeedback.Command.USUAL), SOON, signals);
        var analyze = new AnalyzeFeedback(
                stores.analysis(), stores.forms(), analyzer, clock, shared.liveEvents(), signals, counting);
        analysis = IntStream.range(0, analysisThreads)
                .mapToObj(number -> new Worker(
                        "analysis-" + number, () -> analyze.handle(AnalyzeFeedback.Command.USUAL), SOON, signals))
                .toList();
        var imports = new RunImports(
                stores.forms(),
                stores.imports(),
                stores.inbox(),
                new FileRows(),
                ids,
                clock,
                signals,
                this::nudgeAnalysis);
        importing = new Worker("importing", () -> imports.handle(replica), NOW_AND_THEN, signals);
        var watch = new WatchThresholds(
                stores.organizations(),
                stores.rules(),
                stores.themes(),
                stores.buckets(),
                stores.watches(),
                stores.deliveries(),
                shared.liveEvents(),
                dispatching,
                signals,
                clock);
        watching = new Worker(
                "watching",
                () -> {
                    int _ = watch.handle();
                    return 0; // One look is enough until the next is due, whatever it found.
                },
                WATCHING,
                signals);
    }

    void start() {
        all().forEach(Worker::start);
    }

    void nudgeAnalysis() {
        analysis.forEach(Worker::nudge);
    }

    void nudgeImporting() {
        importing.nudge();
    }

    void nudgeDispatching() {
        dispatching.nudge();
    }

    private List<Worker> all() {
        List<Worker> all = new ArrayList<>(analysis);
        all.addAll(List.of(counting, dispatching, importing, watching));
        return all;
    }

    /// Lets every worker finish its round; what is left stands in the stores, for the next start or another
    /// replica.
    @Override
    public void close() {
        try (ExecutorService closing = Executors.newVirtualThreadPerTaskExecutor()) {
            all().forEach(worker -> closing.execute(worker::close));
        }
        sending.shutdown();
        try {
            boolean _ = sending.awaitTermination(PATIENCE_WITH_ATTEMPTS.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
