package org.luaplatform.bootstrap.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/// As many requests as a server on this machine answers. Each client keeps one connection and sends its next
/// request once the last was answered. It shares the machine with the server, so it does as little as it can.
final class HttpLoad {

    private final int port;
    private final int clients;

    HttpLoad(int port, int clients) {
        this.port = port;
        this.clients = clients;
    }

    /// @param request the bytes of the n-th request
    /// @return answers with a status of 2xx in a second
    double perSecond(Duration duration, LongFunction<byte[]> request) {
        var numbers = new AtomicLong();
        var answered = new AtomicLong();
        long started = System.nanoTime();
        long end = started + duration.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        converse(end, numbers, request, answered);
                    }
                });
            }
        }
        return answered.get() / ((System.nanoTime() - started) / 1e9);
    }

    /// One connection's worth of requests.
    private void converse(long end, AtomicLong numbers, LongFunction<byte[]> request, AtomicLong answered) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 8192);
            while (System.nanoTime() < end) {
                out.write(request.apply(numbers.getAndIncrement()));
                if (readAnswer(in)) {
                    answered.incrementAndGet();
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the server hung up", failure);
        }
    }

    /// @return whether the answer's status was 2xx
    private static boolean readAnswer(InputStream in) throws IOException {
        boolean good = false;
        int length = 0;
        boolean first = true;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (first) {
                good = line.charAt(9) == '2';
                first = false;
            } else if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return good;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the answer ended early");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] post(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }
}
