package org.luaplatform.domain.tenancy.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.luaplatform.domain.tenancy.testing.TestApiKeys.anApiKey;
import static org.luaplatform.domain.tenancy.testing.TestApiKeys.renamed;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.tenancy.ApiKey;
import org.luaplatform.domain.tenancy.ApiKeyNotFound;
import org.luaplatform.domain.tenancy.ApiKeys;
import org.luaplatform.domain.testing.Concurrently;
import org.luaplatform.domain.testing.TestClock;

/// What every adapter of [ApiKeys] promises.
public interface ApiKeysContract {

    ApiKeys apiKeys();

    @Test
    default void finds_a_key_by_the_hash_of_its_token() {
        var key = anApiKey(TestOrganizations.anId());

        apiKeys().add(key);

        assertThat(apiKeys().findByHash(key.hash())).contains(key);
    }

    @Test
    default void keeps_when_a_key_ends() {
        var plain = anApiKey(TestOrganizations.anId());
        var ending = new ApiKey(
                plain.id(),
                plain.organization(),
                plain.name(),
                plain.hash(),
                plain.scopes(),
                plain.createdAt(),
                Optional.of(TestClock.NOON.plus(Duration.ofDays(30))),
                Optional.of(TestClock.NOON.plus(Duration.ofDays(1))));

        apiKeys().add(ending);

        assertThat(apiKeys().findByHash(ending.hash())).contains(ending);
    }

    @Test
    default void does_not_find_a_hash_that_no_key_has() {
        assertThat(apiKeys().findByHash(TestApiKeys.aToken().hash())).isEmpty();
    }

    @Test
    default void finds_revoked_keys_too() {
        var key = anApiKey(TestOrganizations.anId()).revoked(TestClock.NOON);

        apiKeys().add(key);

        assertThat(apiKeys().findByHash(key.hash())).contains(key);
    }

    @Test
    default void an_id_is_given_once() {
        var first = anApiKey(TestOrganizations.anId());
        apiKeys().add(first);
        var second = anApiKey(first.organization());

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> apiKeys()
                        .add(new ApiKey(
                                first.id(),
                                second.organization(),
                                second.name(),
                                second.hash(),
                                second.scopes(),
                                second.createdAt(),
                                second.expiresAt(),
                                second.revokedAt())));

        assertThat(apiKeys().findByHash(first.hash())).contains(first);
        assertThat(apiKeys().findByHash(second.hash())).isEmpty();
    }

    @Test
    default void a_hash_belongs_to_one_key_of_all_organizations() {
        var first = anApiKey(TestOrganizations.anId());
        apiKeys().add(first);
        var second = anApiKey(TestOrganizations.anId());

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> apiKeys()
                        .add(new ApiKey(
                                second.id(),
                                second.organization(),
                                second.name(),
                                first.hash(),
                                second.scopes(),
                                second.createdAt(),
                                second.expiresAt(),
                                second.revokedAt())));

        assertThat(apiKeys().findByHash(first.hash())).contains(first);
        assertThat(apiKeys().list(second.organization())).isEmpty();
    }

    @Test
    default void lists_an_organizations_keys_oldest_first() {
        var organization = TestOrganizations.anId();
        var oldest = anApiKey(organization, TestClock.NOON);
        var revoked = anApiKey(organization, TestClock.NOON.plusSeconds(1)).revoked(TestClock.NOON.plusSeconds(9));
        var newest = anApiKey(organization, TestClock.NOON.plusSeconds(2));
        apiKeys().add(newest);
        apiKeys().add(oldest);
        apiKeys().add(revoked);
        apiKeys().add(anApiKey(TestOrganizations.anId()));

        assertThat(apiKeys().list(organization)).containsExactly(oldest, revoked, newest);
    }

    @Test
    default void an_update_stores_what_the_change_makes() {
        var key = anApiKey(TestOrganizations.anId());
        apiKeys().add(key);
        var later = TestClock.NOON.plusSeconds(1);

        var updated = apiKeys().update(key.organization(), key.id(), before -> before.revoked(later));

        assertThat(updated).isEqualTo(key.revoked(later));
        assertThat(apiKeys().findByHash(key.hash())).contains(updated);
        assertThat(apiKeys().list(key.organization())).containsExactly(updated);
    }

    @Test
    default void what_is_not_there_cannot_be_updated() {
        assertThatExceptionOfType(ApiKeyNotFound.class)
                .isThrownBy(
                        () -> apiKeys().update(TestOrganizations.anId(), TestApiKeys.anId(), UnaryOperator.identity()));
    }

    @Test
    default void other_organizations_cannot_update_it() {
        var key = anApiKey(TestOrganizations.anId());
        apiKeys().add(key);

        assertThatExceptionOfType(ApiKeyNotFound.class)
                .isThrownBy(() ->
                        apiKeys().update(TestOrganizations.anId(), key.id(), before -> renamed(before, "theirs")));

        assertThat(apiKeys().findByHash(key.hash())).contains(key);
    }

    @Test
    default void loses_none_of_twenty_concurrent_updates() {
        var key = renamed(anApiKey(TestOrganizations.anId()), "I");
        apiKeys().add(key);

        var _ = Concurrently.call(
                20,
                _ -> apiKeys().update(key.organization(), key.id(), before -> renamed(before, before.name() + "I")));

        assertThat(apiKeys().findByHash(key.hash())).contains(renamed(key, "I".repeat(21)));
    }
}
