package org.luaplatform.adapters.sqlite.tenancy;

import java.util.List;
import java.util.Optional;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.tenancy.OrganizationDocument;
import org.luaplatform.adapters.sqlite.engine.Database;
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

/// Organizations.
public final class SqliteOrganizations implements Organizations {

    private final Database database;

    public SqliteOrganizations(Database database) {
        this.database = database;
    }

    @Override
    public void add(Organization organization) {
        byte[] document = Json.bytes(OrganizationDocument.of(organization));
        int added = database.writeOne(
                session -> session.sql("INSERT INTO organizations (id, document) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .with(organization.id().value())
                        .with(document)
                        .update());
        if (added == 0) {
            throw new Conflict("already-there", "There is already an organization with this id.");
        }
    }

    @Override
    public Optional<Organization> find(OrganizationId id) {
        return database.read(session -> session.sql("SELECT document FROM organizations WHERE id = ?")
                .with(id.value())
                .first(row -> OrganizationDocument.toOrganization(Json.stored(row.getBytes(1)))));
    }

    @Override
    public Page<Organization> list(PageRequest page) {
        String after = page.after().map(SqliteOrganizations::idOf).orElse("");
        List<Organization> found = database.read(
                session -> session.sql("SELECT document FROM organizations WHERE id > ? ORDER BY id LIMIT ?")
                        .with(after)
                        .with(page.limit() + 1L)
                        .all(row -> OrganizationDocument.toOrganization(Json.stored(row.getBytes(1)))));
        if (found.size() <= page.limit()) {
            return Page.last(found);
        }
        List<Organization> shown = found.subList(0, page.limit());
        return new Page<>(shown, Optional.of(new Cursor(shown.getLast().id().value())));
    }

    private static String idOf(Cursor cursor) {
        if (!Text.isId(cursor.value())) {
            throw new Invalid(Pointer.to("cursor"), "is not a cursor of this list");
        }
        return cursor.value();
    }
}
