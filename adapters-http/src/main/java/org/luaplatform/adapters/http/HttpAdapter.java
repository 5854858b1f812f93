package org.luaplatform.adapters.http;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.luaplatform.adapters.http.act.DeliveryRoutes;
import org.luaplatform.adapters.http.act.DestinationRoutes;
import org.luaplatform.adapters.http.act.RuleRoutes;
import org.luaplatform.adapters.http.edge.CannotListen;
import org.luaplatform.adapters.http.edge.Health;
import org.luaplatform.adapters.http.edge.HttpServer;
import org.luaplatform.adapters.http.edge.RateLimits;
import org.luaplatform.adapters.http.edge.Repetitions;
import org.luaplatform.adapters.http.edge.Route;
import org.luaplatform.adapters.http.edge.RouteTable;
import org.luaplatform.adapters.http.learn.FormRoutes;
import org.luaplatform.adapters.http.learn.ImportRoutes;
import org.luaplatform.adapters.http.learn.PublicFormRoutes;
import org.luaplatform.adapters.http.tenancy.ApiKeyRoutes;
import org.luaplatform.adapters.http.tenancy.EventRoutes;
import org.luaplatform.adapters.http.tenancy.OrganizationRoutes;
import org.luaplatform.adapters.http.understand.FeedbackRoutes;
import org.luaplatform.adapters.http.understand.StatisticRoutes;
import org.luaplatform.adapters.http.understand.ThemeRoutes;
import org.luaplatform.application.tenancy.Authenticate;

/// The platform as a REST API.
public final class HttpAdapter implements AutoCloseable {

    private final Health health;
    private final RouteTable table;
    private final HttpServer server;

    /// @param readiness what the server cannot work without
    public HttpAdapter(
            HttpSettings settings,
            HttpUseCases useCases,
            HttpPorts ports,
            List<Health.Check> readiness,
            OpenTelemetry openTelemetry) {
        this.health = new Health(readiness);
        this.table = table(settings, useCases, ports, health);
        Authenticate authenticate = useCases.tenancy().authenticate();
        this.server = new HttpServer(
                table,
                settings.host(),
                settings.port(),
                settings.limits(),
                settings.trustedProxies(),
                openTelemetry,
                token -> authenticate.handle(new Authenticate.Command(token)));
    }

    private static RouteTable table(HttpSettings settings, HttpUseCases useCases, HttpPorts ports, Health health) {
        var repetitions = new Repetitions(ports.repeatedRequests(), ports.box(), ports.ids(), ports.clock());
        var rates = new RateLimits(ports.rateLimiter(), ports.clock(), settings.perKey());
        return RouteTable.builder()
                .addAll(health)
                .addAll(new VersionRoutes(settings.version()))
                .addAll(new DocumentationRoutes())
                .addAll(new OrganizationRoutes(useCases.tenancy()))
                .addAll(new ApiKeyRoutes(useCases.tenancy(), repetitions))
                .addAll(new EventRoutes(useCases.tenancy()))
                .addAll(new FormRoutes(useCases.learn(), repetitions))
                .addAll(new PublicFormRoutes(useCases.learn(), rates, settings.reading(), settings.collecting()))
                .addAll(new ImportRoutes(useCases.learn(), repetitions))
                .addAll(new FeedbackRoutes(useCases.understand()))
                .addAll(new ThemeRoutes(useCases.understand()))
                .addAll(new StatisticRoutes(useCases.understand()))
                .addAll(new DestinationRoutes(useCases.act(), repetitions))
                .addAll(new RuleRoutes(useCases.act(), repetitions))
                .addAll(new DeliveryRoutes(useCases.act()))
                .build();
    }

    /// Takes requests from now on.
    ///
    /// @throws CannotListen if the address is unknown, in use or not allowed
    public void start() {
        server.start();
        health.started();
    }

    /// The port that it listens on.
    public int port() {
        return server.port();
    }

    /// Everything that the server answers to, in the order of its declaration.
    public List<Route> routes() {
        return table.routes();
    }

    /// Prepares to stop: is not ready any more, waits until nobody sends requests here, and lets those that are
    /// running end.
    ///
    /// @param notice how long load balancers take to hear of it
    /// @param patience how long requests may go on after that
    /// @return whether all requests came to their end
    public boolean drain(Duration notice, Duration patience) {
        health.draining();
        long until = System.nanoTime() + notice.toNanos();
        while (System.nanoTime() - until < 0) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
        return server.drain(patience);
    }

    /// Stops at once.
    @Override
    public void close() {
        server.close();
    }
}
