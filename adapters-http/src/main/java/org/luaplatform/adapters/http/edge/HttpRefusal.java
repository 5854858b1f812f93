package org.luaplatform.adapters.http.edge;

import io.helidon.http.Header;
import java.util.List;

/// The request is refused for a reason that only HTTP knows: its method, its media type, its size.
public final class HttpRefusal extends RuntimeException {

    private final int status;
    private final String code;
    private final String detail;
    private final transient List<Header> headers;

    public HttpRefusal(int status, String code, String detail, Header... headers) {
        super(detail);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.headers = List.of(headers);
    }

    static HttpRefusal tooLarge(long limit) {
        return new HttpRefusal(413, "content-too-large", "The body has more than " + limit + " bytes.");
    }

    static HttpRefusal malformed(RuntimeException how) {
        var refusal = new HttpRefusal(400, "bad-request", "The request is malformed.");
        refusal.initCause(how);
        return refusal;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String detail() {
        return detail;
    }

    List<Header> headers() {
        return headers;
    }

    /// An expected answer, like every refusal: nobody reads its stack trace.
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
