package org.luaplatform.adapters.documents.tenancy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.domain.tenancy.ApiKey;
import org.luaplatform.domain.tenancy.ApiKeyId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.tenancy.TokenHash;

/// API keys as documents: `{id, organization, name, hash, scopes, createdAt, expiresAt?, revokedAt?}`.
public final class ApiKeyDocument {

    private ApiKeyDocument() {}

    public static Document of(ApiKey key) {
        return Stored.document(key.id().value())
                .put("organization", key.organization().value())
                .put("name", key.name())
                .put("hash", key.hash().hex())
                .putTexts("scopes", scopes(key.scopes()))
                .putMillis("createdAt", key.createdAt())
                .putMillis("expiresAt", key.expiresAt())
                .putMillis("revokedAt", key.revokedAt())
                .build();
    }

    public static ApiKey toApiKey(Document document) {
        return Stored.read(
                document,
                () -> new ApiKey(
                        new ApiKeyId(document.text("id")),
                        new OrganizationId(document.text("organization")),
                        document.text("name"),
                        new TokenHash(document.text("hash")),
                        document.texts("scopes").stream()
                                .map(text -> toScope(document, text))
                                .collect(Collectors.toUnmodifiableSet()),
                        document.instant("createdAt"),
                        document.optionalInstant("expiresAt"),
                        document.optionalInstant("revokedAt")));
    }

    private static List<String> scopes(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::text).toList();
    }

    private static Scope toScope(Document document, String text) {
        return Scope.of(text).orElseThrow(() -> document.malformed("scopes", "has an unknown one: " + text));
    }
}
