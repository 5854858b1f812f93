package org.luaplatform.adapters.memory.tenancy;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.luaplatform.adapters.memory.shared.Pages;
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

/// Organizations in memory.
public final class InMemoryOrganizations implements Organizations {

    private final NavigableMap<String, Organization> byId = new ConcurrentSkipListMap<>();

    @Override
    public void add(Organization organization) {
        if (byId.putIfAbsent(organization.id().value(), organization) != null) {
            throw new Conflict("already-there", "There is already an organization with this id.");
        }
    }

    @Override
    public Optional<Organization> find(OrganizationId id) {
        return Optional.ofNullable(byId.get(id.value()));
    }

    @Override
    public Page<Organization> list(PageRequest page) {
        var rest = page.after()
                .map(cursor -> byId.tailMap(idOf(cursor), false))
                .orElse(byId)
                .values();
        return Pages.cut(
                rest.iterator(), page.limit(), last -> new Cursor(last.id().value()));
    }

    private static String idOf(Cursor cursor) {
        if (!Text.isId(cursor.value())) {
            throw new Invalid(Pointer.to("cursor"), "is not a cursor of this list");
        }
        return cursor.value();
    }
}
