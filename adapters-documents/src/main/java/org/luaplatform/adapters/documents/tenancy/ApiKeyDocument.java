package org.luaplatform.adapters.documents.tenancy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.domain.tenancy.ApiKey;
import org.luaplatform.domain.tenancy.ApiKeyId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.tenancy.TokenHash;

/// [ApiKey] in a store.
public final class ApiKeyDocument {

    private static final int VERSION = 1;

    private ApiKeyDocument() {}

    public static Document of(ApiKey key) {
        return Document.builder()
                .put("v", VERSION)
                .put("id", key.id().value())
                .put("organizationId", key.organization().value())
                .put("name", key.name())
                .put("hash", key.hash().hex())
                .putTexts("scopes", scopes(key.scopes()))
                .putMillis("createdAt", key.createdAt())
                .putMillis("expiresAt", key.expiresAt())
                .putMillis("revokedAt", key.revokedAt())
                .build();
    }

    public static ApiKey toApiKey(Document document) {
        return new ApiKey(
                document.read("id", ApiKeyId::new),
                document.read("organizationId", OrganizationId::new),
                document.text("name"),
                document.read("hash", TokenHash::new),
                document.texts("scopes").stream()
                        .map(text -> Scope.of(text)
                                .orElseThrow(() -> document.malformed("scopes", "has an unknown one: " + text)))
                        .collect(Collectors.toUnmodifiableSet()),
                document.instant("createdAt"),
                document.optionalInstant("expiresAt"),
                document.optionalInstant("revokedAt"));
    }

    private static List<String> scopes(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::text).toList();
    }
}
