package org.luaplatform.application.tenancy;

import java.time.InstantSource;
import org.luaplatform.domain.tenancy.ApiKey;
import org.luaplatform.domain.tenancy.ApiKeyId;
import org.luaplatform.domain.tenancy.ApiKeys;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Takes a key out of use, from the next request on.
public final class RevokeApiKey {

    public record Command(OrganizationId organization, ApiKeyId key) {}

    private final ApiKeys keys;
    private final InstantSource clock;

    public RevokeApiKey(ApiKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// @throws org.luaplatform.domain.tenancy.ApiKeyNotFound if the organization has no such key
    public ApiKey handle(Principal caller, Command command) {
        caller.mustBeAllowed(Scope.KEYS_WRITE, command.organization());
        return keys.update(command.organization(), command.key(), key -> key.revoked(clock.instant()));
    }
}
