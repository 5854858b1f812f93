package org.luaplatform.adapters.http.edge;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.DomainException;
import org.luaplatform.domain.Forbidden;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Limited;
import org.luaplatform.domain.NotFound;
import org.luaplatform.domain.Stale;
import org.luaplatform.domain.Unauthenticated;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.Violation;

/// Why a request was not answered as asked, for programs and for people
/// ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)).
///
/// @param code a stable name in kebab case; the problem's type is `/problems/<code>`
/// @param headers what the status calls for, such as `Retry-After`
record Problem(int status, String code, String detail, List<Violation> violations, List<Header> headers) {

    private static final Header CONTENT_TYPE =
            HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/problem+json");
    private static final Header RETRY_SOON = HeaderValues.createCached(HeaderNames.RETRY_AFTER, "2");
    private static final Header CHALLENGE =
            HeaderValues.createCached(HeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"luaplatform\"");

    Problem(int status, String code, String detail, Header... headers) {
        this(status, code, detail, List.of(), List.of(headers));
    }

    /// What the caller is told about a failure. Nothing but refusals says more than that it happened: messages of
    /// outages and bugs are for the operator.
    static Problem of(Throwable failure) {
        return switch (failure) {
            case DomainException refusal -> of(refusal);
            case HttpRefusal refusal ->
                new Problem(refusal.status(), refusal.code(), refusal.detail(), List.of(), refusal.headers());
            case Unavailable _ ->
                new Problem(503, "unavailable", "Something that this needs is away. Try again later.", RETRY_SOON);
            case RequestException unreadable -> ofStatus(unreadable.status().code());
            case HttpException unreadable -> ofStatus(unreadable.status().code());
            default -> ofStatus(500);
        };
    }

    private static Problem of(DomainException refusal) {
        String code = refusal.code();
        String detail = refusal.getMessage();
        return switch (refusal) {
            case Invalid invalid ->
                new Problem(
                        422,
                        code,
                        "The request breaks one or more rules; the violations name each.",
                        invalid.violations(),
                        List.of());
            case NotFound _ -> new Problem(404, code, detail);
            case Conflict _ -> new Problem(409, code, detail);
            case Stale _ -> new Problem(412, code, "This has been changed by somebody else since it was read.");
            case Forbidden _ -> new Problem(403, code, detail);
            case Unauthenticated _ -> new Problem(401, code, detail, CHALLENGE);
            case Limited limited -> new Problem(429, code, detail, retryAfter(limited.retryAfter()));
        };
    }

    /// The problem behind a bare status, as the server itself gives for requests that reach no route.
    static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> new Problem(404, "no-such-resource", "There is nothing at this address.");
            case 408 -> new Problem(408, "request-timeout", "The request took too long to arrive.");
            case 413 -> new Problem(413, "content-too-large", "The body is too large.");
            case 414 -> new Problem(414, "uri-too-long", "The address is too long.");
            case 415 -> new Problem(415, "unsupported-media-type", "The body is of a type that is not read here.");
            case 417 -> new Problem(417, "expectation-failed", "What the request expects is not done here.");
            case 431 -> new Problem(431, "headers-too-large", "The headers are too large.");
            case 501 -> new Problem(501, "not-implemented", "The request asks for something that is not done here.");
            case 503 -> new Problem(503, "overloaded", "There is too much to do right now. Try again.", RETRY_SOON);
            case 505 -> new Problem(505, "http-version-not-supported", "This server speaks HTTP/1.1.");
            default ->
                status >= 400 && status < 500
                        ? new Problem(400, "bad-request", "The request is malformed.")
                        : new Problem(500, "internal-error", "Something went wrong on our side. It has been logged.");
        };
    }

    static Header retryAfter(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return HeaderValues.create(HeaderNames.RETRY_AFTER, Long.toString(seconds));
    }

    /// @param instance the path that was asked for
    /// @param traceId under which the operator finds the request, if it is traced
    byte[] render(String instance, Optional<String> traceId) {
        JsonWriter json = new JsonWriter()
                .startObject()
                .field("type", "/problems/" + code)
                .field("title", title())
                .field("status", status)
                .field("detail", detail);
        if (!instance.isEmpty()) {
            json.field("instance", instance);
        }
        json.field("traceId", traceId);
        if (!violations.isEmpty()) {
            json.startArray("violations");
            for (Violation violation : violations) {
                json.startObject()
                        .field("pointer", violation.pointer().value())
                        .field("message", violation.message())
                        .endObject();
            }
            json.endArray();
        }
        return json.endObject().toBytes();
    }

    Reply toReply(String instance, Optional<String> traceId) {
        Reply reply = Reply.problem(status, CONTENT_TYPE, render(instance, traceId));
        for (Header header : headers) {
            reply = reply.with(header);
        }
        return reply;
    }

    /// The code in words: `form-not-open` is "Form not open".
    private String title() {
        String words = code.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
