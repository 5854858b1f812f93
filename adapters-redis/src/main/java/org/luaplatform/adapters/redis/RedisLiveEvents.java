package org.luaplatform.adapters.redis;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.MalformedJson;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Carries news to all replicas. Here they are told directly and do not depend on Redis; the others are told by a
/// channel for each organization, which a replica listens to as long as somebody there wants its news.
final class RedisLiveEvents implements LiveEvents {

    private static final String CHANNELS = "lua:news:";

    private final String replica = UUID.randomUUID().toString();
    private final RedisCalls calls;
    private final RedisChannels channels;
    private final LiveEvents here;

    RedisLiveEvents(RedisCalls calls, RedisChannels channels, LiveEvents here) {
        this.calls = calls;
        this.channels = channels;
        this.here = here;
        channels.listen(CHANNELS, this::hear);
    }

    @Override
    public void publish(News news) {
        here.publish(news);
        byte[] message = written(news);
        calls.send("PUBLISH", commands -> commands.publish(CHANNELS + news.organization(), message));
    }

    @Override
    public Subscription subscribe(OrganizationId organization, Consumer<News> listener) {
        String channel = CHANNELS + organization;
        Subscription subscription = here.subscribe(organization, listener);
        channels.want(channel);
        var closed = new AtomicBoolean();
        return () -> {
            if (!closed.getAndSet(true)) {
                subscription.close();
                channels.unwant(channel);
            }
        };
    }

    private void hear(byte[] message) {
        try {
            Document document = Json.parse(message);
            if (!document.text("from").equals(replica)) {
                here.publish(read(document));
            }
        } catch (MalformedJson | RuntimeException _) {
            // Not ours, or of another version: it was news only, and nobody waits for it.
        }
    }

    private byte[] written(News news) {
        return Json.bytes(Document.builder()
                .put("from", replica)
                .put("organization", news.organization().value())
                .put("type", news.type())
                .put("facts", Document.of(news.facts()))
                .put("at", news.at().toString())
                .build());
    }

    private static News read(Document document) {
        Document facts = document.document("facts");
        Map<String, String> byName = new HashMap<>();
        facts.fields().keySet().forEach(name -> byName.put(name, facts.text(name)));
        return new News(
                new OrganizationId(document.text("organization")),
                document.text("type"),
                byName,
                Instant.parse(document.text("at")));
    }
}
