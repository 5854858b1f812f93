package org.luaplatform.adapters.sqlite.act;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaplatform.adapters.documents.act.DestinationDocument;
import org.luaplatform.adapters.sqlite.engine.Aggregates;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.DestinationNotFound;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Destinations.
public final class SqliteDestinations implements Destinations {

    private final Aggregates<Destination> destinations;

    public SqliteDestinations(Database database) {
        this.destinations = new Aggregates<>(
                database,
                new Aggregates.Kind<>(
                        "destinations",
                        destination -> destination.id().value(),
                        Destination::organization,
                        Destination::createdAt,
                        DestinationDocument::of,
                        DestinationDocument::toDestination,
                        DestinationNotFound::new));
    }

    @Override
    public void add(Destination destination) {
        destinations.add(destination);
    }

    @Override
    public Optional<Versioned<Destination>> find(OrganizationId organization, DestinationId id) {
        return destinations.find(organization, id.value());
    }

    @Override
    public Page<Versioned<Destination>> list(OrganizationId organization, PageRequest page) {
        return destinations.list(organization, page);
    }

    @Override
    public Versioned<Destination> update(
            OrganizationId organization, DestinationId id, Expected expected, UnaryOperator<Destination> change) {
        return destinations.update(organization, id.value(), expected, change);
    }

    @Override
    public void remove(OrganizationId organization, DestinationId id, Expected expected) {
        destinations.remove(organization, id.value(), expected);
    }
}
