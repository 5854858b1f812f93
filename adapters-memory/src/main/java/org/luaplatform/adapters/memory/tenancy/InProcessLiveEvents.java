package org.luaplatform.adapters.memory.tenancy;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Tells the subscribers in this process. Each is told by a thread of its own, out of a queue that is bounded: one
/// who is too slow misses the oldest news, and holds up nobody.
public final class InProcessLiveEvents implements LiveEvents {

    private final Map<OrganizationId, Set<Subscriber>> subscribers = new ConcurrentHashMap<>();

    @Override
    public void publish(News news) {
        subscribers.getOrDefault(news.organization(), Set.of()).forEach(subscriber -> subscriber.tell(news));
    }

    @Override
    public Subscription subscribe(OrganizationId organization, Consumer<News> listener) {
        var subscriber = new Subscriber(listener);
        subscribers.compute(organization, (_, known) -> {
            Set<Subscriber> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(subscriber);
            return all;
        });
        subscriber.start(organization);
        return () -> {
            subscriber.close();
            subscribers.computeIfPresent(organization, (_, known) -> {
                known.remove(subscriber);
                return known.isEmpty() ? null : known;
            });
        };
    }
}
