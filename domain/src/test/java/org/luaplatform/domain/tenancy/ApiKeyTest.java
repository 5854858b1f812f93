package org.luaplatform.domain.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.testing.Refusals.violations;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.tenancy.testing.TestApiKeys;
import org.luaplatform.domain.testing.TestClock;

class ApiKeyTest {

    private static final Instant NOON = TestClock.NOON;
    private static final OrganizationId ORGANIZATION = new OrganizationId("org");
    private static final ApiKeyId ID = new ApiKeyId("key");
    private static final TokenHash HASH = TestApiKeys.aToken().hash();

    @Test
    void is_valid_until_it_expires() {
        var key = key("Website", Set.of(Scope.FORMS_READ), Optional.of(NOON.plusSeconds(60)));

        assertThat(key.isValidAt(NOON)).isTrue();
        assertThat(key.isValidAt(NOON.plusSeconds(59))).isTrue();
        assertThat(key.isValidAt(NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void is_valid_for_ever_if_it_does_not_expire() {
        assertThat(key("Website", Set.of(Scope.FORMS_READ), Optional.empty()).isValidAt(NOON.plusSeconds(1L << 33)))
                .isTrue();
    }

    @Test
    void is_of_no_use_once_it_is_revoked() {
        var revoked = key("Website", Set.of(Scope.FORMS_READ), Optional.empty()).revoked(NOON.plusSeconds(5));

        assertThat(revoked.isValidAt(NOON.plusSeconds(6))).isFalse();
        assertThat(revoked.revokedAt()).contains(NOON.plusSeconds(5));
    }

    @Test
    void is_revoked_once() {
        var revoked = key("Website", Set.of(Scope.FORMS_READ), Optional.empty()).revoked(NOON);

        assertThat(revoked.revoked(NOON.plusSeconds(5))).isEqualTo(revoked);
    }

    @Test
    void makes_its_holder_somebody_with_its_scopes() {
        var key = key("Website", EnumSet.of(Scope.FORMS_READ, Scope.KEYS_READ), Optional.empty());

        assertThat(key.holder())
                .isEqualTo(new Principal.KeyHolder(ID, ORGANIZATION, Set.of(Scope.KEYS_READ, Scope.FORMS_READ)));
    }

    @Test
    void names_everything_that_is_wrong_with_it_at_once() {
        assertThat(violations(() -> key(" ", Set.of(), Optional.of(NOON))))
                .containsExactly(
                        "/name must not be blank",
                        "/scopes must name at least one scope",
                        "/expiresAt must be in the future");
        assertThat(violations(() -> key("x".repeat(101), Set.of(Scope.FORMS_READ), Optional.empty())))
                .containsExactly("/name must have at most 100 characters");
    }

    @Test
    void has_a_name_without_white_space_around_it() {
        assertThat(key("  Website ", Set.of(Scope.FORMS_READ), Optional.empty()).name())
                .isEqualTo("Website");
    }

    @Test
    void nobody_adds_to_its_scopes() {
        EnumSet<Scope> scopes = EnumSet.of(Scope.FORMS_READ);
        var key = key("Website", scopes, Optional.empty());
        scopes.add(Scope.FORMS_WRITE);

        assertThat(key.scopes()).containsExactly(Scope.FORMS_READ).isUnmodifiable();
    }

    private static ApiKey key(String name, Set<Scope> scopes, Optional<Instant> expiresAt) {
        return new ApiKey(ID, ORGANIZATION, name, HASH, scopes, NOON, expiresAt, Optional.empty());
    }
}
