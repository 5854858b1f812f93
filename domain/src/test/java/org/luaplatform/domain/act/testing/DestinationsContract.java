package org.luaplatform.domain.act.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.act.testing.TestDestinations.aWebhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Revision;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.SealedSecret;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.NewestFirstContract;
import org.luaplatform.domain.testing.RemovalContract;
import org.luaplatform.domain.testing.TestClock;

/// What every adapter of [Destinations] promises.
public interface DestinationsContract
        extends RemovalContract<Destination>, NewestFirstContract<Versioned<Destination>> {

    Destinations destinations();

    @Test
    default void keeps_everything_of_a_destination_in_health_and_out_of_it() {
        var organization = TestOrganizations.anId();
        var rotated = new Destination.Target.Webhook(
                URI.create("http://[::1]:8080/a%20b/ü?x=1&y=%C3%BC"),
                new SealedSecret("bmV3"),
                Optional.of(
                        new Destination.RetiredSecret(new SealedSecret("b2xk"), TestClock.NOON.plusSeconds(86_400))));
        List<Destination> added = List.of(
                aWebhook(organization).edited("Rotated 😀", rotated),
                aWebhook(organization).with(new Destination.Health.Active(17, TestClock.NOON.plusMillis(1))),
                aWebhook(organization).with(new Destination.Health.Disabled("answered 410", TestClock.NOON)));

        added.forEach(destinations()::add);

        assertThat(added)
                .allSatisfy(destination -> assertThat(destinations().find(organization, destination.id()))
                        .contains(new Versioned<>(destination, Revision.FIRST)));
    }

    @Test
    default void a_removed_destination_is_in_no_list() {
        var organization = TestOrganizations.anId();
        var destination = aWebhook(organization);
        destinations().add(destination);

        destinations().remove(organization, destination.id(), Expected.any());

        assertThat(destinations().list(organization, PageRequest.first(10))).isEqualTo(Page.last(List.of()));
    }

    @Override
    default Destination aNewThing(OrganizationId organization) {
        return aWebhook(organization);
    }

    @Override
    default Destination renamed(Destination thing, String name) {
        return TestDestinations.named(thing, name);
    }

    @Override
    default String nameOf(Destination thing) {
        return thing.name();
    }

    @Override
    default void add(Destination thing) {
        destinations().add(thing);
    }

    @Override
    default Optional<Versioned<Destination>> find(OrganizationId organization, Destination thing) {
        return destinations().find(organization, thing.id());
    }

    @Override
    default Versioned<Destination> update(
            OrganizationId organization, Destination thing, Expected expected, UnaryOperator<Destination> change) {
        return destinations().update(organization, thing.id(), expected, change);
    }

    @Override
    default void remove(OrganizationId organization, Destination thing, Expected expected) {
        destinations().remove(organization, thing.id(), expected);
    }

    @Override
    default Page<Versioned<Destination>> list(OrganizationId organization, PageRequest page) {
        return destinations().list(organization, page);
    }

    @Override
    default Versioned<Destination> addedAt(OrganizationId organization, Instant createdAt) {
        Destination destination = aWebhook(organization, createdAt);
        destinations().add(destination);
        return new Versioned<>(destination, Revision.FIRST);
    }
}
