package org.luaplatform.domain.tenancy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Text;
import org.luaplatform.domain.Violations;

/// Lets a program act for an organization, within its scopes. The token itself is shown once, to whoever made
/// the key; only its hash is kept.
///
/// @param name what the key is for, 1 to 100 characters
/// @param scopes what the program may do, at least one
public record ApiKey(
        ApiKeyId id,
        OrganizationId organization,
        String name,
        TokenHash hash,
        Set<Scope> scopes,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt) {

    public ApiKey {
        var violations = new Violations();
        String given = name;
        name = violations
                .attempt(Pointer.to("name"), () -> Text.required(given, 100, Pointer.ROOT))
                .orElse("");
        violations.check(!scopes.isEmpty(), Pointer.to("scopes"), "must name at least one scope");
        Instant created = createdAt;
        violations.check(
                expiresAt.map(end -> end.isAfter(created)).orElse(true),
                Pointer.to("expiresAt"),
                "must be in the future");
        violations.throwIfAny();
        scopes = Set.copyOf(scopes);
    }

    public boolean isValidAt(Instant now) {
        return revokedAt.isEmpty() && expiresAt.map(now::isBefore).orElse(true);
    }

    /// The key as it is from `now` on: of no use any more. Revoking twice keeps the first time.
    public ApiKey revoked(Instant now) {
        return new ApiKey(
                id, organization, name, hash, scopes, createdAt, expiresAt, revokedAt.or(() -> Optional.of(now)));
    }

    public Principal holder() {
        return new Principal.KeyHolder(id, organization, EnumSet.copyOf(scopes));
    }
}
