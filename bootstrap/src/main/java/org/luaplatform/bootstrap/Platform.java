package org.luaplatform.bootstrap;

import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.adapters.http.HttpAdapter;
import org.luaplatform.adapters.http.HttpPorts;
import org.luaplatform.adapters.http.HttpSettings;
import org.luaplatform.adapters.http.HttpUseCases;
import org.luaplatform.adapters.http.act.WebhookCourier;
import org.luaplatform.adapters.http.edge.AddressRange;
import org.luaplatform.adapters.http.edge.CannotListen;
import org.luaplatform.adapters.http.edge.Health;
import org.luaplatform.adapters.http.edge.HttpLimits;
import org.luaplatform.bootstrap.demo.Demo;
import org.luaplatform.bootstrap.demo.DemoSummary;
import org.luaplatform.bootstrap.telemetry.Logs;
import org.luaplatform.bootstrap.telemetry.Metrics;
import org.luaplatform.bootstrap.telemetry.Telemetry;
import org.luaplatform.domain.TimeSortedIds;
import org.luaplatform.domain.tenancy.RateLimiter;
import org.luaplatform.domain.tenancy.SecretBox;
import org.luaplatform.domain.understand.text.BuiltInAnalyzer;

/// The whole server, put together. Reads top to bottom: what is opened first is closed last.
final class Platform implements AutoCloseable {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// How long requests may go on once the server is told to stop.
    private static final Duration DRAINING = Duration.ofSeconds(20);

    /// Load balancers need a moment to hear that this replica is not ready any more; on one machine nobody asks.
    private static final Duration NOTICE_TO_BALANCERS = Duration.ofSeconds(3);

    private final Settings settings;
    private final Stores stores;
    private final SharedPorts shared;
    private final HttpAdapter http;
    private final UseCases useCases;
    private final FirstStart.Beginning beginning;
    private final DataFolder folder;
    private final InstantSource clock;
    private final Deque<Runnable> closing;

    private Platform(
            Settings settings,
            Stores stores,
            SharedPorts shared,
            HttpAdapter http,
            UseCases useCases,
            FirstStart.Beginning beginning,
            DataFolder folder,
            InstantSource clock,
            Deque<Runnable> closing) {
        this.settings = settings;
        this.stores = stores;
        this.shared = shared;
        this.http = http;
        this.useCases = useCases;
        this.beginning = beginning;
        this.folder = folder;
        this.clock = clock;
        this.closing = closing;
    }

    /// Starts everything; the server takes requests when this returns.
    ///
    /// @throws StartProblem if that cannot be
    static Platform start(Settings settings, Map<String, String> environment, PrintStream log) {
        Deque<Runnable> closing = new ArrayDeque<>();
        try {
            return start(settings, environment, log, closing);
        } catch (RuntimeException failure) {
            closing.forEach(Runnable::run);
            throw failure;
        }
    }

    private static Platform start(
            Settings settings, Map<String, String> environment, PrintStream log, Deque<Runnable> closing) {
        // Stores keep milliseconds: what is answered when a thing is made is what is read of it later.
        InstantSource clock = Clock.tickMillis(ZoneOffset.UTC);
        var random = new SecureRandom();
        var ids = new TimeSortedIds(clock, random);
        String version = Version.current();

        Logs.toConsole(log, settings.logLevel(), settings.jsonLogs());
        Telemetry telemetry = Telemetry.start(environment, version);
        closing.push(telemetry::close);
        if (telemetry.isExporting()) {
            Logs.toOpenTelemetry(telemetry.api());
        }
        var metrics = new Metrics(telemetry.api());

        Combination.check(settings);
        DataFolder folder = DataFolder.open(settings.dataDir());
        var box = new SecretBox(settings.secretKey().orElseGet(() -> folder.secretKey(random)), random);
        Stores stores = Engines.stores(settings, folder, telemetry.api());
        closing.push(stores::close);
        SharedPorts shared = Engines.shared(settings, stores, telemetry.api(), clock);
        closing.push(shared::close);
        metrics.watch(stores.analysis(), stores.deliveries(), clock);

        FirstStart.Beginning beginning = new FirstStart(
                        stores.organizations(), stores.apiKeys(), stores.repeatedRequests(), folder, ids, random, clock)
                .with(settings.organization());

        var courier = new WebhookCourier(
                box, version, ranges(Setting.ALLOWED_TARGETS, settings.allowedTargets()), telemetry.api(), clock);
        var workers = new Workers(
                ids.next(),
                settings.analysisWorkers(),
                stores,
                shared,
                new BuiltInAnalyzer(),
                courier,
                metrics,
                ids,
                clock);
        closing.push(workers::close);
        workers.start();

        var useCases = new UseCases(stores, shared, workers, box, metrics, ids, random, clock);
        var http = new HttpAdapter(
                http(settings, version),
                new HttpUseCases(useCases.tenancy(), useCases.learn(), useCases.understand(), useCases.act()),
                new HttpPorts(stores.repeatedRequests(), shared.rateLimiter(), box, ids, clock),
                List.of(new Health.Check(stores.engine(), () -> {
                    stores.probe().run();
                    return true;
                })),
                telemetry.api());
        try {
            http.start();
        } catch (CannotListen refusal) {
            throw new StartProblem("Port " + settings.port() + " on " + settings.host() + " cannot be listened on ("
                    + refusal.getMessage() + "). Choose another with " + Setting.HTTP_PORT.flag() + " or "
                    + Setting.HTTP_PORT.variable() + ".");
        }
        closing.push(http::close);
        return new Platform(settings, stores, shared, http, useCases, beginning, folder, clock, closing);
    }

    private static HttpSettings http(Settings settings, String version) {
        HttpLimits usual = HttpLimits.DEFAULT;
        var limits = new HttpLimits(
                usual.connections(),
                settings.concurrency(),
                usual.bulkRequests(),
                usual.liveRequests(),
                usual.jsonBytes(),
                usual.headerBytes(),
                usual.requestLineBytes(),
                usual.headTime(),
                usual.requestTime(),
                usual.stallTime(),
                usual.idleTime());
        return new HttpSettings(
                settings.host(),
                settings.port(),
                limits,
                ranges(Setting.TRUSTED_PROXIES, settings.trustedProxies()),
                perMinute(settings.readLimit()),
                perMinute(settings.collectLimit()),
                perMinute(settings.keyLimit()),
                version);
    }

    private static Optional<RateLimiter.Limit> perMinute(int turns) {
        return turns == 0 ? Optional.empty() : Optional.of(new RateLimiter.Limit(turns, MINUTE));
    }

    private static List<AddressRange> ranges(Setting setting, List<String> texts) {
        try {
            return texts.stream().map(AddressRange::parse).toList();
        } catch (IllegalArgumentException _) {
            throw new StartProblem(
                    setting.variable() + " must be a comma-separated list of networks such as 10.1.0.0/16.");
        }
    }

    URI url() {
        return settings.publicUrl().orElseGet(() -> URI.create("http://" + hostForPeople() + ":" + http.port()));
    }

    private String hostForPeople() {
        return switch (settings.host()) {
            case "0.0.0.0", "::" -> "127.0.0.1";
            case String host when host.contains(":") -> "[" + host + "]";
            case String host -> host;
        };
    }

    UseCases useCases() {
        return useCases;
    }

    FirstStart.Beginning beginning() {
        return beginning;
    }

    /// Says where the server is and how to begin, to people and, if they asked for it, to programs; shows the demo
    /// before.
    void introduce(PrintStream out, PrintStream err) {
        PrintStream people = settings.json() ? err : out;
        if (settings.demo()) {
            var learn = useCases.learn();
            var understand = useCases.understand();
            new Demo(
                            new Demo.UseCases(
                                    learn.listForms(),
                                    learn.createForm(),
                                    learn.publishForm(),
                                    learn.startImport(),
                                    learn.readImport(),
                                    new DemoSummary(understand.readStatistics(), understand.listThemes(), clock)),
                            clock,
                            people)
                    .show(beginning.organization().id());
        }
        new Introduction(settings, folder, beginning, url(), stores.engine(), shared.engine()).print(people, out);
    }

    /// Is not ready any more, lets requests end, then the workers, and lets go of everything.
    @Override
    public void close() {
        http.drain(settings.mongoUri().isPresent() ? NOTICE_TO_BALANCERS : Duration.ZERO, DRAINING);
        closing.forEach(Runnable::run);
    }
}
