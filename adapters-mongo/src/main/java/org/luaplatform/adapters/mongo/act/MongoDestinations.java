package org.luaplatform.adapters.mongo.act;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.documents.act.DestinationDocument;
import org.luaplatform.adapters.mongo.engine.MongoConnection;
import org.luaplatform.adapters.mongo.engine.Shelf;
import org.luaplatform.adapters.mongo.engine.StoredDocuments;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.DestinationNotFound;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Destinations in MongoDB.
public final class MongoDestinations implements Destinations {

    private static final String ORGANIZATION = "organization";

    private final Shelf<Destination> destinations;

    public MongoDestinations(MongoConnection connection) {
        StoredDocuments documents = connection.collection(DocumentCollection.DESTINATIONS);
        documents.index(List.of(new IndexModel(Indexes.ascending(ORGANIZATION, "createdAt", "_id"))));
        this.destinations = new Shelf<>(documents, DestinationDocument::of, DestinationDocument::toDestination);
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
        return destinations.newestFirst(eq(ORGANIZATION, organization.value()), page);
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
