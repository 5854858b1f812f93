package org.luaplatform.adapters.http.edge;

import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Problems for requests that reach no route because the server itself cannot read them.
final class DirectProblems implements DirectHandler {

    private static final String HEADERS_TOO_LARGE = "Header size exceeded";

    private final Telemetry telemetry;

    DirectProblems(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    DirectHandlers forAllEvents() {
        DirectHandlers.Builder builder = DirectHandlers.builder();
        for (EventType event : EventType.values()) {
            builder.addHandler(event, this);
        }
        return builder.build();
    }

    /// @param message what the server found; it goes no further, but it alone tells some cases apart
    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType event,
            Status status,
            ServerResponseHeaders headers,
            @Nullable String message) {
        Problem problem = Problem.ofStatus(status(request, event, status, message));
        telemetry.refusedEarly(problem.status());
        TransportResponse.Builder response = TransportResponse.builder()
                .status(Status.create(problem.status()))
                .header(HeaderNames.CONTENT_TYPE, "application/problem+json")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(RequestIds.X_REQUEST_ID, RequestIds.of(request.headers()))
                .keepAlive(false);
        for (Header header : problem.headers()) {
            response.header(header);
        }
        if (!request.method().equals("HEAD")) {
            response.entity(problem.render("", Optional.empty()));
        }
        return response.build();
    }

    private static int status(TransportRequest request, EventType event, Status status, @Nullable String message) {
        if (HEADERS_TOO_LARGE.equals(message)) {
            return 431;
        }
        // Before it knows a path, the server has done nothing but read: what it stumbles over is the request.
        if (event == EventType.INTERNAL_ERROR && request.path().isEmpty()) {
            return 400;
        }
        boolean bad = status.code() == Status.BAD_REQUEST_400.code();
        return bad && request.headers().contains(HeaderNames.CONTENT_ENCODING) ? 415 : status.code();
    }
}
