package org.luaplatform.domain.tenancy.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.luaplatform.domain.tenancy.ApiKey;
import org.luaplatform.domain.tenancy.ApiKeyId;
import org.luaplatform.domain.tenancy.ApiToken;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;

/// API keys for tests, and callers who hold one.
public final class TestApiKeys {

    private TestApiKeys() {}

    public static ApiKeyId anId() {
        return new ApiKeyId(TestIds.next());
    }

    /// A token that nobody else has, and that is the same in each run.
    public static ApiToken aToken() {
        byte[] id = TestIds.next().getBytes(StandardCharsets.US_ASCII);
        return ApiToken.create(() -> Arrays.hashCode(id));
    }

    public static ApiKey anApiKey(OrganizationId organization) {
        return anApiKey(organization, TestClock.NOON);
    }

    public static ApiKey anApiKey(OrganizationId organization, Instant createdAt) {
        return new ApiKey(
                anId(),
                organization,
                "The shop's website",
                aToken().hash(),
                Set.of(Scope.FORMS_READ, Scope.FEEDBACK_WRITE),
                createdAt,
                Optional.empty(),
                Optional.empty());
    }

    /// The key under another name; everything else stays.
    public static ApiKey renamed(ApiKey key, String name) {
        return new ApiKey(
                key.id(),
                key.organization(),
                name,
                key.hash(),
                key.scopes(),
                key.createdAt(),
                key.expiresAt(),
                key.revokedAt());
    }

    /// A caller who may do all of `scopes` in `organization`, and nothing else.
    public static Principal holderOf(OrganizationId organization, Scope... scopes) {
        return new Principal.KeyHolder(anId(), organization, Set.of(scopes));
    }

    /// A caller who may do everything in `organization`.
    public static Principal ownerOf(OrganizationId organization) {
        return holderOf(organization, Scope.values());
    }
}
