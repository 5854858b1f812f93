package org.luaplatform.adapters.http.learn;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import org.luaplatform.adapters.http.edge.Exchange;
import org.luaplatform.adapters.http.edge.HttpRefusal;
import org.luaplatform.adapters.http.edge.Reply;
import org.luaplatform.application.learn.CheckOrigin;
import org.luaplatform.domain.learn.FormId;

/// Lets web pages of other origins use a form as far as the form allows it
/// ([CORS](https://fetch.spec.whatwg.org/#http-cors-protocol)). A page that may not is refused here as well,
/// whatever its browser thinks.
final class FormOrigins {

    private static final String ANY = "*";
    private static final Header VARY = HeaderValues.createCached(HeaderNames.VARY, "Origin");
    private static final Header EXPOSED = HeaderValues.createCached(
            HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id");
    private static final Header METHODS =
            HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST");
    private static final Header ACCEPTED = HeaderValues.createCached(
            HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
            "Content-Type, Idempotency-Key, If-None-Match, X-Request-Id, traceparent, tracestate");
    private static final Header REMEMBERED = HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_MAX_AGE, "600");

    private final CheckOrigin checkOrigin;

    FormOrigins(CheckOrigin checkOrigin) {
        this.checkOrigin = checkOrigin;
    }

    /// Judges the page that a request comes from, if a browser names one.
    ///
    /// @throws HttpRefusal if the form does not allow it
    void check(Exchange exchange, FormId form) {
        exchange.always(VARY);
        String origin = exchange.header(HeaderNames.ORIGIN).orElse("");
        if (!origin.isEmpty() && judge(exchange, form, origin) == CheckOrigin.Verdict.REFUSED) {
            throw new HttpRefusal(403, "origin-not-allowed", "The form does not allow pages of this origin.");
        }
    }

    /// Answers a browser that asks before it sends what a page wants.
    Reply preflight(Exchange exchange, FormId form) {
        exchange.always(VARY);
        String origin = exchange.header(HeaderNames.ORIGIN).orElse("");
        Reply reply = Reply.empty(204).with(HeaderNames.ALLOW, "GET, HEAD, OPTIONS, POST");
        if (origin.isEmpty()) {
            return reply;
        }
        return switch (judge(exchange, form, origin)) {
            case OPEN_TO_ALL, ALLOWED -> reply.with(METHODS).with(ACCEPTED).with(REMEMBERED);
            case REFUSED, UNKNOWN -> reply;
        };
    }

    private CheckOrigin.Verdict judge(Exchange exchange, FormId form, String origin) {
        if (isOurs(exchange, origin)) {
            return CheckOrigin.Verdict.OPEN_TO_ALL;
        }
        CheckOrigin.Verdict verdict = checkOrigin.handle(new CheckOrigin.Query(form, origin));
        switch (verdict) {
            case OPEN_TO_ALL -> allow(exchange, ANY);
            case ALLOWED -> allow(exchange, origin);
            case REFUSED, UNKNOWN -> {}
        }
        return verdict;
    }

    private static void allow(Exchange exchange, String origin) {
        exchange.always(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        exchange.always(EXPOSED);
    }

    /// A page that this server itself has shown. A browser lets nobody forge the `Host` that it asks.
    private static boolean isOurs(Exchange exchange, String origin) {
        int scheme = origin.indexOf("://");
        return scheme > 0
                && exchange.header(HeaderNames.HOST)
                        .filter(origin.substring(scheme + 3)::equalsIgnoreCase)
                        .isPresent();
    }
}
