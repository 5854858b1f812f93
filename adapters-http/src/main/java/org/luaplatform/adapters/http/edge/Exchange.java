package org.luaplatform.adapters.http.edge;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.MalformedJson;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Revision;
import org.luaplatform.domain.Unauthenticated;
import org.luaplatform.domain.tenancy.Principal;

/// One request while it is answered, in the words of our API.
public final class Exchange {

    private static final String BEARER = "bearer ";
    private static final int FIRST_BYTES = 512;
    private static final int PIECE_BYTES = 8 * 1024;

    private final ServerRequest request;
    private final Route route;
    private final List<String> values;
    private final Edge.Services services;
    private final Watchdog.Visit visit;
    private final List<Header> always = new ArrayList<>(4);
    private @Nullable Principal caller;
    private @Nullable InputStream content;
    private @Nullable RuntimeException uploadFailure;

    Exchange(ServerRequest request, Route route, List<String> values, Edge.Services services, Watchdog.Visit visit) {
        this.request = request;
        this.route = route;
        this.values = values;
        this.services = services;
        this.visit = visit;
    }

    public String method() {
        return route.method();
    }

    /// The path as it came over the wire.
    public String path() {
        return request.path().rawPath();
    }

    /// Path and query as they came over the wire.
    String target() {
        return request.prologue().hasQuery() ? path() + "?" + rawQuery() : path();
    }

    /// What stands for a variable of the route's template. What is not well encoded stands for itself, and so names
    /// nothing that there is.
    ///
    /// @throws IllegalArgumentException if the template has no such variable
    public String variable(String name) {
        int index = route.variables().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(route + " has no " + name);
        }
        String raw = values.get(index);
        return raw.indexOf('%') < 0
                ? raw
                : Query.decode(raw.replace("+", "%2B")).orElse(raw);
    }

    public Query query() {
        return new Query(rawQuery(), route.parameters());
    }

    private String rawQuery() {
        return request.prologue().hasQuery() ? request.prologue().query().rawValue() : "";
    }

    /// Refuses parameters of a route that has none, before it does anything.
    void checkUnreadQuery() {
        boolean isKnown = !route.template().isEmpty();
        if (isKnown && route.parameters().isEmpty() && request.prologue().hasQuery()) {
            query().done();
        }
    }

    void checkAccept() {
        boolean isKnown = !route.template().isEmpty();
        if (isKnown && !route.produces().equals("*/*") && request.headers().contains(HeaderNames.ACCEPT)) {
            String accept =
                    String.join(",", request.headers().get(HeaderNames.ACCEPT).allValues());
            if (!MediaTypes.accepts(accept, route.produces())) {
                throw new HttpRefusal(406, "not-acceptable", "The answer to this is " + route.produces() + ".");
            }
        }
    }

    public Optional<String> header(HeaderName name) {
        return request.headers().contains(name)
                ? Optional.of(request.headers().get(name).get())
                : Optional.empty();
    }

    /// Who is calling, by the request's bearer token.
    ///
    /// @throws Unauthenticated if there is one that is not valid
    public Principal caller() {
        Principal known = caller;
        if (known == null) {
            known = services.authenticator()
                    .apply(header(HeaderNames.AUTHORIZATION).map(Exchange::bearerToken));
            caller = known;
        }
        return known;
    }

    /// @throws Unauthenticated if nobody that we know is calling
    void checkCaller() {
        if (caller() instanceof Principal.Anonymous) {
            throw new Unauthenticated("credentials-missing", "Send an API key as a bearer token to do this.");
        }
    }

    private static String bearerToken(String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new Unauthenticated("credentials-invalid", "Authorize with Bearer and an API key.");
        }
        return authorization.substring(BEARER.length()).strip();
    }

    /// Where the request comes from, as limits count it.
    public String clientAddress() {
        return services.addresses().of(request);
    }

    /// What the caller believes to change, by `If-Match`.
    ///
    /// @throws HttpRefusal if the header is missing, or names nothing that we give as an `ETag`
    public Expected ifMatch() {
        String given = header(HeaderNames.IF_MATCH)
                .orElseThrow(() -> new HttpRefusal(
                        428, "if-match-missing", "Send If-Match with the ETag that reading this gave."));
        if (given.strip().equals("*")) {
            return Expected.any();
        }
        return parseETag(given.strip())
                .map(Expected::exactly)
                .orElseThrow(() -> new HttpRefusal(412, "stale", "If-Match names no ETag that was given for this."));
    }

    private static Optional<Revision> parseETag(String tag) {
        boolean isOurs = tag.length() >= 3
                && tag.length() <= 20
                && tag.startsWith("\"")
                && tag.endsWith("\"")
                && tag.substring(1, tag.length() - 1).chars().allMatch(c -> c >= '0' && c <= '9');
        return isOurs
                ? Optional.of(new Revision(Long.parseLong(tag.substring(1, tag.length() - 1))))
                : Optional.empty();
    }

    /// What the caller believes to change, if they say so.
    public Expected ifMatchIfAny() {
        return header(HeaderNames.IF_MATCH).isPresent() ? ifMatch() : Expected.any();
    }

    /// Whether the server is about to stop, so that what stays open should end.
    public boolean isServerClosing() {
        return services.closing().getAsBoolean();
    }

    /// Adds a header to whatever is answered, problems included.
    public void always(Header header) {
        always.add(header);
    }

    public void always(HeaderName name, String value) {
        always(HeaderValues.create(name, value));
    }

    List<Header> always() {
        return always;
    }

    /// The JSON object in the body.
    public Body body() {
        return parse(jsonBytes());
    }

    /// The JSON text of the body, unread.
    ///
    /// @throws HttpRefusal if the body is of another type or too large
    public byte[] jsonBytes() {
        String type = header(HeaderNames.CONTENT_TYPE).orElse("");
        boolean hasBody = request.content().hasEntity();
        if (hasBody && !MediaTypes.isJson(type)) {
            throw new HttpRefusal(415, "unsupported-media-type", "Send application/json in UTF-8.");
        }
        return hasBody ? read(services.limits().jsonBytes()) : new byte[0];
    }

    /// Reads what [#jsonBytes] gave.
    ///
    /// @throws HttpRefusal if it is not one JSON object
    public static Body parse(byte[] json) {
        try {
            return new Body(Json.parse(json));
        } catch (MalformedJson malformed) {
            throw new HttpRefusal(
                    400,
                    "malformed-json",
                    "The body " + malformed.problem() + " (line " + malformed.line() + ", column " + malformed.column()
                            + ").");
        }
    }

    /// Reads the body within the time that headers have: whoever takes longer keeps others from being answered.
    private byte[] read(int limit) {
        long announced = request.headers().contentLength().orElse(-1);
        if (announced > limit) {
            throw HttpRefusal.tooLarge(limit);
        }
        visit.readingBody();
        var bytes = new ByteArrayOutputStream(Math.max((int) announced, FIRST_BYTES));
        byte[] buffer = new byte[PIECE_BYTES];
        try {
            for (int count = content().read(buffer);
                    count >= 0;
                    count = content().read(buffer)) {
                bytes.write(buffer, 0, count);
                if (bytes.size() > limit) {
                    throw HttpRefusal.tooLarge(limit);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        visit.answering();
        return bytes.toByteArray();
    }

    /// The body as it arrives, however long it is.
    public InputStream upload() {
        return new Upload(content());
    }

    /// Why the body could not be read to its end, whatever became of that further in.
    Optional<RuntimeException> uploadFailure() {
        return Optional.ofNullable(uploadFailure);
    }

    public boolean hasBody() {
        return request.content().hasEntity();
    }

    private InputStream content() {
        InputStream known = content;
        if (known == null) {
            known = new Arriving(request.content().inputStream());
            content = known;
        }
        return known;
    }

    /// Whether the client sends, or waits to send, something that nobody has read.
    boolean isBodyUnread() {
        return request.content().hasEntity() && !request.content().consumed();
    }

    /// Reads on without use, up to a bound.
    void skipBody(long most) {
        boolean waits = request.headers().contains(HeaderNames.EXPECT) && !request.continueSent();
        byte[] buffer = new byte[PIECE_BYTES];
        long skipped = 0;
        try {
            while (!waits && skipped < most) {
                int count = content().read(buffer);
                if (count < 0) {
                    return;
                }
                skipped += count;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The body off the wire. The server's reader stumbles over broken chunks with whatever exception comes first; to
    /// us
    /// they are what they are, a malformed request.
    private static final class Arriving extends InputStream {

        private final InputStream in;

        private Arriving(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return in.read(buffer, offset, length);
            } catch (IllegalArgumentException | IllegalStateException | DataReader.IncorrectNewLineException broken) {
                throw HttpRefusal.malformed(broken);
            }
        }
    }

    /// Tells the watchdog of each piece that arrives, and whoever reads that something went wrong in their own
    /// words.
    private final class Upload extends InputStream {

        private final InputStream in;

        private Upload(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                int count = in.read(buffer, offset, length);
                if (count < 0) {
                    visit.working();
                } else {
                    visit.progressed();
                }
                return count;
            } catch (RuntimeException failure) {
                uploadFailure = failure;
                throw new IOException("the upload broke off", failure);
            }
        }
    }
}
