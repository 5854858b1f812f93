package org.luaplatform.adapters.memory.act;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaplatform.adapters.memory.shared.Pages;
import org.luaplatform.adapters.memory.shared.Place;
import org.luaplatform.adapters.memory.shared.Shelf;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.DestinationNotFound;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Destinations in memory.
public final class InMemoryDestinations implements Destinations {

    private final Shelf<Destination> destinations = new Shelf<>(Destination::organization);

    @Override
    public void add(Destination destination) {
        destinations.add(destination.id().value(), destination);
    }

    @Override
    public Optional<Versioned<Destination>> find(OrganizationId organization, DestinationId id) {
        return destinations.find(organization, id.value());
    }

    @Override
    public Page<Versioned<Destination>> list(OrganizationId organization, PageRequest page) {
        return Pages.latestFirst(
                destinations.of(organization),
                destination -> new Place(
                        destination.value().createdAt(),
                        destination.value().id().value()),
                page);
    }

    @Override
    public Versioned<Destination> update(
            OrganizationId organization, DestinationId id, Expected expected, UnaryOperator<Destination> change) {
        return destinations.update(organization, id.value(), expected, change, DestinationNotFound::new);
    }

    @Override
    public void remove(OrganizationId organization, DestinationId id, Expected expected) {
        destinations.remove(organization, id.value(), expected, DestinationNotFound::new);
    }
}
