package org.luaplatform.adapters.http.edge;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.tenancy.Principal;

/// The way of every request through the server: found, observed, admitted, answered; and whatever is thrown on that
/// way becomes a problem here.
final class Edge implements Handler {

    private static final System.Logger LOGGER = System.getLogger(Edge.class.getName());
    private static final long OUTAGE_SILENCE_NANOS = Duration.ofSeconds(1).toNanos();

    private final RouteTable table;
    private final Services services;
    private final Telemetry telemetry;
    private final Admission admission;
    private final AtomicLong outageTold = new AtomicLong(System.nanoTime() - OUTAGE_SILENCE_NANOS - 1);

    Edge(RouteTable table, Services services, Telemetry telemetry, Admission admission) {
        this.table = table;
        this.services = services;
        this.telemetry = telemetry;
        this.admission = admission;
    }

    /// What exchanges need to read requests.
    ///
    /// @param authenticator who the bearer of a token is
    /// @param closing whether the server is about to stop
    record Services(
            HttpLimits limits,
            Function<Optional<String>, Principal> authenticator,
            ClientAddresses addresses,
            BooleanSupplier closing) {}

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Watchdog.Visit visit = Watchdog.Visit.current();
        visit.answering();
        String method = request.prologue().method().text();
        Optional<RouteTable.Place> place = table.find(request.path().rawPath());
        Optional<Route> route = place.flatMap(found -> found.route(method));
        Route answering = route.orElseGet(() -> refusing(place, method));
        var exchange = new Exchange(
                request, answering, place.map(RouteTable.Place::values).orElse(List.of()), services, visit);
        String id = RequestIds.of(request.headers());
        var sender = new Sender(
                request,
                (RoutingResponse) response,
                id,
                exchange,
                visit,
                services.closing().getAsBoolean());
        telemetry.observe(request, route, observation -> serve(exchange, answering, visit, sender, observation, id));
        sender.finish(services.closing().getAsBoolean());
        visit.answered();
    }

    /// @return the status that was sent
    private int serve(
            Exchange exchange,
            Route route,
            Watchdog.Visit visit,
            Sender sender,
            Telemetry.Observation observation,
            String id) {
        if (!admission.enter(route.load())) {
            return sender.send(Problem.ofStatus(503).toReply(exchange.path(), observation.traceId()));
        }
        try {
            if (!route.open()) {
                exchange.checkCaller();
            }
            exchange.checkUnreadQuery();
            exchange.checkAccept();
            if (route.load() == Load.BULK) {
                visit.working();
            }
            return sender.send(route.endpoint().answer(exchange));
        } catch (RuntimeException | Error thrown) {
            Throwable failure =
                    exchange.uploadFailure().map(Throwable.class::cast).orElse(thrown);
            if (failure instanceof CloseConnectionException left) {
                throw left;
            }
            if (failure instanceof DataReader.InsufficientDataAvailableException) {
                throw new CloseConnectionException("the client left in the middle of its request", failure);
            }
            Problem problem = Problem.of(failure);
            log(problem, failure, observation, id);
            if (sender.isCommitted()) {
                observation.answered(problem.status());
                throw new CloseConnectionException("an answer broke off in the middle", failure);
            }
            return sender.send(problem.toReply(exchange.path(), observation.traceId()));
        } finally {
            admission.leave(route.load());
        }
    }

    /// Bugs are told once, here, with what finds the request again. Outages come in thousands: one a second will
    /// do.
    private void log(Problem problem, Throwable failure, Telemetry.Observation observation, String id) {
        String which = " (trace " + observation.traceId().orElse("none") + ", request " + id + ")";
        if (problem.status() == 500) {
            observation.failed(failure);
            LOGGER.log(System.Logger.Level.ERROR, "A request failed" + which, failure);
        } else if (failure instanceof Unavailable outage && isOutageToldAgain()) {
            LOGGER.log(System.Logger.Level.WARNING, outage.what() + " is not available" + which);
        }
    }

    private boolean isOutageToldAgain() {
        long now = System.nanoTime();
        long last = outageTold.get();
        return now - last > OUTAGE_SILENCE_NANOS && outageTold.compareAndSet(last, now);
    }

    /// What answers where no route does.
    private static Route refusing(Optional<RouteTable.Place> place, String method) {
        if (place.isEmpty()) {
            return Route.of(method, "", _ -> {
                        throw new HttpRefusal(404, "no-such-resource", "There is nothing at this address.");
                    })
                    .forEverybody();
        }
        Header allow = HeaderValues.create(HeaderNames.ALLOW, place.get().allowed());
        if (method.equals("OPTIONS")) {
            return Route.of(method, "", _ -> Reply.empty(204).with(allow))
                    .producing("*/*")
                    .forEverybody();
        }
        return Route.of(method, "", _ -> {
                    throw new HttpRefusal(405, "method-not-allowed", "This address does not take this method.", allow);
                })
                .forEverybody();
    }
}
