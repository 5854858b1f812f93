package org.luaplatform.adapters.http.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Speaks to a server byte by byte, for what no well-behaved client sends.
public final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;

    public RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    public RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /// Says that nothing more will come.
    public void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    /// Everything until the server closes the connection.
    ///
    /// @throws java.net.SocketTimeoutException if it does not within ten seconds
    public String readToEnd() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// One answer that has a `Content-Length`, or no body.
    public String readOne() throws IOException {
        InputStream in = socket.getInputStream();
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int one = in.read();
            if (one < 0) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
            head.write(one);
        }
        String headers = head.toString(StandardCharsets.ISO_8859_1);
        int length = headers.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .map(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
        return headers + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /// What arrives up to and with `end`.
    public String readUntil(String end) throws IOException {
        var text = new ByteArrayOutputStream();
        while (!text.toString(StandardCharsets.UTF_8).endsWith(end)) {
            int one = socket.getInputStream().read();
            if (one < 0) {
                throw new IOException("ended with " + text.toString(StandardCharsets.UTF_8));
            }
            text.write(one);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /// Reads on without use.
    ///
    /// @return whether the server has closed the connection in that time
    public boolean drain(Duration time) throws IOException {
        long until = System.nanoTime() + time.toNanos();
        byte[] buffer = new byte[64 * 1024];
        try {
            while (System.nanoTime() - until < 0) {
                if (socket.getInputStream().read(buffer) < 0) {
                    return true;
                }
            }
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
