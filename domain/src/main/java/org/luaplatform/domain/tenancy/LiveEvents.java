package org.luaplatform.domain.tenancy;

import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/// Tells dashboards what happens while it happens, on every replica. It is news, not a record: a subscriber who is
/// away or too slow misses some, and reads the truth from the stores.
public interface LiveEvents {

    /// Never blocks on a subscriber and never fails because nobody could be told.
    void publish(News news);

    /// Tells `listener` all news of the organization from now on, one after the other, until the subscription is
    /// closed.
    Subscription subscribe(OrganizationId organization, Consumer<News> listener);

    /// @param type such as `feedback.received`, `feedback.analysed`, `theme.changed`, `delivery.settled`
    /// @param facts ids and plain figures; never what somebody said
    record News(OrganizationId organization, String type, Map<String, String> facts, Instant at) {
        public News {
            facts = Map.copyOf(facts);
        }
    }

    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
