package org.luaplatform.application.tenancy;

import java.util.List;
import org.luaplatform.domain.tenancy.ApiKey;
import org.luaplatform.domain.tenancy.ApiKeys;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Somebody looks at the keys that programs of their organization hold.
public final class ListApiKeys {

    public record Query(OrganizationId organization) {}

    private final ApiKeys keys;

    public ListApiKeys(ApiKeys keys) {
        this.keys = keys;
    }

    public List<ApiKey> handle(Principal caller, Query query) {
        caller.mustBeAllowed(Scope.KEYS_READ, query.organization());
        return keys.list(query.organization());
    }
}
