package org.luaplatform.application.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.luaplatform.adapters.memory.MemoryAdapter;
import org.luaplatform.domain.Unauthenticated;
import org.luaplatform.domain.tenancy.ApiKeyId;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.MissingScope;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.OrganizationNotFound;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;

/// Watching what happens.
class FollowEventsTest {

    private final LiveEvents live = new MemoryAdapter().liveEvents();
    private final FollowEvents followEvents = new FollowEvents(live);
    private final OrganizationId acme = new OrganizationId(TestIds.next());
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private LiveEvents.Subscription follow(Principal caller) {
        return followEvents.handle(caller, new FollowEvents.Query(acme, news -> heard.add(news.type())));
    }

    private static Principal holder(OrganizationId organization, Scope scope) {
        return new Principal.KeyHolder(new ApiKeyId(TestIds.next()), organization, Set.of(scope));
    }

    private void publish(String type) {
        live.publish(new LiveEvents.News(acme, type, Map.of(), new TestClock().instant()));
    }

    @Test
    void news_is_heard_until_the_subscription_is_closed() throws InterruptedException {
        try (LiveEvents.Subscription _ = follow(holder(acme, Scope.EVENTS_READ))) {
            publish("feedback.received");

            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("feedback.received");
        }
        publish("feedback.analysed");

        assertThat(heard).isEmpty();
    }

    @Test
    void nobody_hears_what_is_not_for_them() {
        assertThatThrownBy(() -> follow(new Principal.Anonymous())).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> follow(holder(acme, Scope.FORMS_READ))).isInstanceOf(MissingScope.class);
        assertThatThrownBy(() -> follow(holder(new OrganizationId(TestIds.next()), Scope.EVENTS_READ)))
                .isInstanceOf(OrganizationNotFound.class);
    }
}
