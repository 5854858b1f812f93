package org.luaplatform.adapters.http.edge;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.luaplatform.domain.Revision;

/// What is answered: a status, headers, and a body that is there as a whole or is written as it comes.
public final class Reply {

    private static final byte[] NO_BYTES = {};
    private static final Header JSON = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json");

    /// Answers hold what belongs to one organization, or secrets: nobody on the way keeps a copy.
    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    private final int status;
    private final List<Header> headers;
    private final Content content;

    private Reply(int status, List<Header> headers, Content content) {
        this.status = status;
        this.headers = headers;
        this.content = content;
    }

    /// An answer without a body.
    public static Reply empty(int status) {
        return new Reply(status, List.of(), new Content.Bytes(NO_BYTES));
    }

    /// A JSON document that no cache keeps.
    public static Reply json(int status, JsonWriter json) {
        return json(status, json.toBytes());
    }

    /// A JSON document that was written before.
    public static Reply json(int status, byte[] json) {
        return new Reply(status, List.of(JSON, NO_STORE), new Content.Bytes(json));
    }

    static Reply problem(int status, Header type, byte[] body) {
        return new Reply(status, List.of(type, NO_STORE), new Content.Bytes(body));
    }

    /// @param type the value of `Content-Type`
    public static Reply bytes(int status, String type, byte[] body) {
        return new Reply(status, List.of(HeaderValues.create(HeaderNames.CONTENT_TYPE, type)), new Content.Bytes(body));
    }

    /// @param type the `Content-Type` header
    public static Reply bytes(int status, Header type, byte[] body) {
        return new Reply(status, List.of(type), new Content.Bytes(body));
    }

    /// A body of any length, written by `writer` while it is sent.
    ///
    /// @param type the value of `Content-Type`
    public static Reply stream(int status, String type, StreamWriter writer) {
        return new Reply(
                status,
                List.of(HeaderValues.create(HeaderNames.CONTENT_TYPE, type), NO_STORE),
                new Content.Stream(writer));
    }

    public Reply with(Header header) {
        List<Header> more = new ArrayList<>(headers.size() + 1);
        more.addAll(headers);
        more.add(header);
        return new Reply(status, more, content);
    }

    public Reply with(HeaderName name, String value) {
        return with(HeaderValues.create(name, value));
    }

    /// Names the revision, for the next edit's `If-Match`.
    public Reply with(Revision revision) {
        return with(HeaderNames.ETAG, "\"" + revision.value() + "\"");
    }

    public int status() {
        return status;
    }

    public List<Header> headers() {
        return headers;
    }

    Optional<String> header(HeaderName name) {
        return headers.stream()
                .filter(header -> header.headerName().equals(name))
                .map(Header::get)
                .findFirst();
    }

    /// The body, if it is there as a whole.
    byte[] bytes() {
        return switch (content) {
            case Content.Bytes whole -> whole.bytes();
            case Content.Stream _ -> NO_BYTES;
        };
    }

    Content content() {
        return content;
    }

    /// Writes a streamed body. It may flush to have what is written so far sent at once.
    @FunctionalInterface
    public interface StreamWriter {
        void writeTo(OutputStream out) throws IOException;
    }

    sealed interface Content {

        final class Bytes implements Content {
            private final byte[] bytes;

            Bytes(byte[] bytes) {
                this.bytes = bytes;
            }

            byte[] bytes() {
                return bytes;
            }
        }

        record Stream(StreamWriter writer) implements Content {}
    }
}
