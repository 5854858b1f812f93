package org.luaplatform.domain.tenancy;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The API keys of all organizations.
public interface ApiKeys {

    /// @throws org.luaplatform.domain.Conflict if there is one with this id or hash
    void add(ApiKey key);

    /// The key whose token has this hash, valid or not. It is asked with each request of a program, before the
    /// organization is known.
    Optional<ApiKey> findByHash(TokenHash hash);

    /// All keys of the organization, revoked ones included, oldest first.
    List<ApiKey> list(OrganizationId organization);

    /// @throws ApiKeyNotFound if the organization has no such key
    ApiKey update(OrganizationId organization, ApiKeyId id, UnaryOperator<ApiKey> change);
}
