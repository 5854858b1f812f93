package org.luaplatform.adapters.http.tenancy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.luaplatform.adapters.http.edge.Exchange;
import org.luaplatform.adapters.http.edge.JsonWriter;
import org.luaplatform.adapters.http.edge.Load;
import org.luaplatform.adapters.http.edge.Reply;
import org.luaplatform.adapters.http.edge.Route;
import org.luaplatform.adapters.http.edge.RouteTable;
import org.luaplatform.adapters.http.edge.Routes;
import org.luaplatform.application.tenancy.FollowEvents;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;

/// Live news as [server-sent events](https://html.spec.whatwg.org/multipage/server-sent-events.html). Who reads too
/// slowly is hung up on; a browser comes back by itself, and reads what it missed from the resources.
/// `Last-Event-ID` means nothing here, because news is not kept.
public final class EventRoutes implements Routes {

    private static final String EVENT_STREAM = "text/event-stream";

    /// So much news may wait for one reader.
    private static final int MOST_WAITING = 256;

    /// Shorter than the minute after which proxies give a silent connection up.
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /// How soon a stream notices that the server is about to stop.
    private static final Duration GLANCE = Duration.ofMillis(500);

    private static final byte[] GREETING = "retry: 3000\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SIGN_OF_LIFE = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private final FollowEvents followEvents;

    public EventRoutes(TenancyUseCases useCases) {
        this.followEvents = useCases.followEvents();
    }

    @Override
    public void declare(RouteTable.Builder routes) {
        routes.add(Route.get("/api/v1/organizations/{org}/events", this::follow)
                .producing(EVENT_STREAM)
                .as(Load.LIVE));
    }

    private Reply follow(Exchange exchange) {
        Principal caller = exchange.caller();
        OrganizationId organization = new OrganizationId(exchange.variable("org"));
        return Reply.stream(200, EVENT_STREAM, out -> {
            var reader = new Reader();
            try (LiveEvents.Subscription _ =
                    followEvents.handle(caller, new FollowEvents.Query(organization, reader::take))) {
                reader.copyTo(out, exchange);
            }
        });
    }

    /// Takes news on the publisher's thread, and writes it on the connection's own.
    private static final class Reader {

        private final BlockingQueue<LiveEvents.News> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
        private volatile boolean tooSlow;

        private void take(LiveEvents.News news) {
            if (!waiting.offer(news)) {
                tooSlow = true;
            }
        }

        private void copyTo(OutputStream out, Exchange exchange) throws IOException {
            out.write(GREETING);
            out.flush();
            long spoken = System.nanoTime();
            while (!tooSlow && !exchange.isServerClosing()) {
                LiveEvents.News news = poll();
                if (news != null) {
                    out.write(event(news));
                    // What came together is sent together.
                    if (waiting.isEmpty()) {
                        out.flush();
                    }
                    spoken = System.nanoTime();
                } else if (System.nanoTime() - spoken > HEARTBEAT.toNanos()) {
                    out.write(SIGN_OF_LIFE);
                    out.flush();
                    spoken = System.nanoTime();
                }
            }
        }

        private LiveEvents.@Nullable News poll() throws IOException {
            try {
                return waiting.poll(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("the stream was interrupted", interrupted);
            }
        }

        private static byte[] event(LiveEvents.News news) {
            var json = new JsonWriter(256)
                    .startObject()
                    .field("type", news.type())
                    .field("at", news.at())
                    .startObject("facts");
            news.facts().entrySet().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(fact -> json.field(fact.getKey(), fact.getValue()));
            String data = new String(json.endObject().endObject().toBytes(), StandardCharsets.UTF_8);
            return ("event: " + news.type() + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
        }
    }
}
