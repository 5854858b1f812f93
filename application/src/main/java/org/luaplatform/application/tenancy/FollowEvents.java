package org.luaplatform.application.tenancy;

import java.util.function.Consumer;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Somebody watches what happens in their organization while it happens.
public final class FollowEvents {

    /// @param listener is told one piece of news after the other; it must not block
    public record Query(OrganizationId organization, Consumer<LiveEvents.News> listener) {}

    private final LiveEvents live;

    public FollowEvents(LiveEvents live) {
        this.live = live;
    }

    /// All news from now on, until the caller closes the subscription.
    public LiveEvents.Subscription handle(Principal caller, Query query) {
        caller.mustBeAllowed(Scope.EVENTS_READ, query.organization());
        return live.subscribe(query.organization(), query.listener());
    }
}
