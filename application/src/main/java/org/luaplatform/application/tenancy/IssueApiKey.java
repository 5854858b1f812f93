package org.luaplatform.application.tenancy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.luaplatform.domain.IdGenerator;
import org.luaplatform.domain.tenancy.ApiKey;
import org.luaplatform.domain.tenancy.ApiKeyId;
import org.luaplatform.domain.tenancy.ApiKeys;
import org.luaplatform.domain.tenancy.ApiToken;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// Lets one more program act for an organization.
public final class IssueApiKey {

    public record Command(OrganizationId organization, String name, Set<Scope> scopes, Optional<Instant> expiresAt) {}

    /// @param token shown to the caller now, and never again
    public record Issued(ApiKey key, ApiToken token) {}

    private final ApiKeys keys;
    private final IdGenerator ids;
    private final RandomGenerator secrets;
    private final InstantSource clock;

    /// @param secrets a cryptographically strong source
    public IssueApiKey(ApiKeys keys, IdGenerator ids, RandomGenerator secrets, InstantSource clock) {
        this.keys = keys;
        this.ids = ids;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Nobody can hand out more than they have: each scope of the new key must be one of the caller's.
    ///
    /// @throws org.luaplatform.domain.tenancy.MissingScope if the caller lacks one of them
    public Issued handle(Principal caller, Command command) {
        caller.mustBeAllowed(Scope.KEYS_WRITE, command.organization());
        command.scopes().forEach(scope -> caller.mustBeAllowed(scope, command.organization()));
        ApiToken token = ApiToken.create(secrets);
        var key = new ApiKey(
                new ApiKeyId(ids.next()),
                command.organization(),
                command.name(),
                token.hash(),
                command.scopes(),
                clock.instant(),
                command.expiresAt(),
                Optional.empty());
        keys.add(key);
        return new Issued(key, token);
    }
}
