package org.luaplatform.adapters.mongo.tenancy;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.documents.tenancy.OrganizationDocument;
import org.luaplatform.adapters.mongo.engine.MongoConnection;
import org.luaplatform.adapters.mongo.engine.StoredDocuments;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.Cursor;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Text;
import org.luaplatform.domain.tenancy.Organization;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Organizations;

/// Organizations in MongoDB.
public final class MongoOrganizations implements Organizations {

    private final StoredDocuments organizations;

    public MongoOrganizations(MongoConnection connection) {
        this.organizations = connection.collection(DocumentCollection.ORGANIZATIONS);
    }

    @Override
    public void add(Organization organization) {
        if (!organizations.add(OrganizationDocument.of(organization))) {
            throw new Conflict("already-there", "There is already an organization with this id.");
        }
    }

    @Override
    public Optional<Organization> find(OrganizationId id) {
        return organizations.find(eq("_id", id.value())).map(OrganizationDocument::toOrganization);
    }

    @Override
    public Page<Organization> list(PageRequest page) {
        Bson rest = page.after().map(MongoOrganizations::after).orElse(empty());
        List<Organization> found = organizations.list(rest, Sorts.ascending("_id"), page.limit() + 1).stream()
                .map(OrganizationDocument::toOrganization)
                .toList();
        if (found.size() <= page.limit()) {
            return Page.last(found);
        }
        List<Organization> shown = found.subList(0, page.limit());
        return new Page<>(shown, Optional.of(new Cursor(shown.getLast().id().value())));
    }

    private static Bson after(Cursor cursor) {
        if (!Text.isId(cursor.value())) {
            throw new Invalid(Pointer.to("cursor"), "is not a cursor of this list");
        }
        return gt("_id", cursor.value());
    }
}
