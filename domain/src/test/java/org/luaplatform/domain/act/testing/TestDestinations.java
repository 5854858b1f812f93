package org.luaplatform.domain.act.testing;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.SealedSecret;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;

/// Destinations for tests.
public final class TestDestinations {

    private TestDestinations() {}

    public static DestinationId anId() {
        return new DestinationId(TestIds.next());
    }

    /// A webhook whose secret nobody can open.
    public static Destination aWebhook(OrganizationId organization) {
        return aWebhook(organization, TestClock.NOON);
    }

    public static Destination aWebhook(OrganizationId organization, Instant createdAt) {
        return new Destination(
                anId(),
                organization,
                "The team's channel",
                new Destination.Target.Webhook(
                        URI.create("https://hooks.example/feedback?team=7"),
                        new SealedSecret("c2VhbGVk"),
                        Optional.empty()),
                Destination.Health.Active.since(createdAt),
                createdAt);
    }

    public static Destination named(Destination destination, String name) {
        return destination.edited(name, destination.target());
    }
}
