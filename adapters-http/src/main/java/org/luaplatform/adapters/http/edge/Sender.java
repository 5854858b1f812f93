package org.luaplatform.adapters.http.edge;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// Sends the answer to one request, and decides what becomes of its connection.
final class Sender {

    private static final System.Logger LOGGER = System.getLogger(Sender.class.getName());
    private static final String HEAD = "HEAD";

    /// An unread body up to this length is skipped to keep its connection.
    private static final long WORTH_SKIPPING = 64 * 1024;

    /// What a refused client may still send before we hang up on it.
    private static final long MOST_SKIPPED = 1024 * 1024;

    private final ServerRequest request;
    private final RoutingResponse response;
    private final String requestId;
    private final Exchange exchange;
    private final Watchdog.Visit visit;
    private boolean committed;
    private boolean closing;

    Sender(
            ServerRequest request,
            RoutingResponse response,
            String requestId,
            Exchange exchange,
            Watchdog.Visit visit,
            boolean closing) {
        this.request = request;
        this.response = response;
        this.requestId = requestId;
        this.exchange = exchange;
        this.visit = visit;
        this.closing = closing || request.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
    }

    /// Whether some of an answer is on its way, so that no other can be sent any more.
    boolean isCommitted() {
        return committed;
    }

    /// @return the status that was sent
    int send(Reply reply) {
        closing |= exchange.isBodyUnread() && !isWorthSkipping();
        response.headers().clear();
        response.status(Status.create(reply.status()));
        response.header(RequestIds.X_REQUEST_ID, requestId);
        response.header(HeaderValues.X_CONTENT_TYPE_OPTIONS_NOSNIFF);
        for (Header header : reply.headers()) {
            response.header(header);
        }
        for (Header header : exchange.always()) {
            response.header(header);
        }
        if (closing) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        switch (reply.content()) {
            case Reply.Content.Bytes content -> sendBytes(content.bytes());
            case Reply.Content.Stream(Reply.StreamWriter writer) -> sendStream(writer);
        }
        return reply.status();
    }

    private void sendBytes(byte[] bytes) {
        committed = true;
        if (request.prologue().method().text().equals(HEAD)) {
            response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(bytes.length));
            response.send();
        } else {
            response.send(bytes);
        }
    }

    private void sendStream(Reply.StreamWriter writer) {
        try (var out = new Progressing()) {
            writer.writeTo(out);
            out.complete();
        } catch (IOException failure) {
            throw new ServerConnectionException("sending failed", failure);
        }
    }

    /// Whether the client will have sent the rest before a new connection would be there. One that waits for our go
    /// before it sends anything gets none.
    private boolean isWorthSkipping() {
        boolean waits = request.headers().contains(HeaderNames.EXPECT) && !request.continueSent();
        long length = request.headers().contentLength().orElse(Long.MAX_VALUE);
        return !waits && length <= WORTH_SKIPPING;
    }

    /// Ends the connection if the answer said so, or if the server is about to stop. First it reads on for a while: a
    /// socket that is closed on unread
    /// data takes back the answer as well.
    void finish(boolean isServerClosing) {
        if (!closing && !isServerClosing) {
            return;
        }
        if (exchange.isBodyUnread()) {
            visit.lingering();
            skipBody();
        }
        throw new CloseConnectionException("the answer was the last one");
    }

    private void skipBody() {
        try {
            exchange.skipBody(MOST_SKIPPED);
        } catch (RuntimeException unreadable) {
            LOGGER.log(System.Logger.Level.DEBUG, "the rest of a refused request could not be read", unreadable);
        }
    }

    /// Begins the answer with its first byte, so that what fails before can still be told as a problem; and tells
    /// the watchdog of each piece that the client took.
    private final class Progressing extends OutputStream {

        private @Nullable OutputStream out;

        private OutputStream begun() {
            OutputStream known = out;
            if (known == null) {
                committed = true;
                known = response.outputStream();
                out = known;
            }
            return known;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            begun().write(bytes, offset, length);
            visit.progressed();
        }

        @Override
        public void flush() throws IOException {
            begun().flush();
            visit.progressed();
        }

        /// Without this the answer has no proper end, and the client sees that something is missing. The server would
        /// do it only after us, when the connection may be closed already.
        private void complete() throws IOException {
            begun().close();
            response.commit();
        }
    }
}
