package org.luaplatform.domain.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.luaplatform.domain.testing.Refusals.violations;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.TestClock;

/// The small types of this room.
class TenancyTest {

    @Test
    void what_cannot_be_an_id_names_nothing_that_exists() {
        assertThatExceptionOfType(OrganizationNotFound.class)
                .isThrownBy(() -> new OrganizationId("../other"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("organization-not-found"));
        assertThatExceptionOfType(ApiKeyNotFound.class)
                .isThrownBy(() -> new ApiKeyId(""))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("api-key-not-found"));
    }

    @Test
    void ids_read_as_their_text() {
        assertThat(new OrganizationId("org1")).hasToString("org1");
        assertThat(new ApiKeyId("key1")).hasToString("key1");
    }

    @Test
    void an_organization_has_a_name() {
        assertThat(new Organization(TestOrganizations.anId(), " Shop ", TestClock.NOON).name())
                .isEqualTo("Shop");
        assertThat(violations(() -> new Organization(TestOrganizations.anId(), " ", TestClock.NOON)))
                .containsExactly("/name must not be blank");
        assertThat(violations(() -> new Organization(TestOrganizations.anId(), "x".repeat(201), TestClock.NOON)))
                .containsExactly("/name must have at most 200 characters");
    }

    @Test
    void a_scope_is_what_clients_write() {
        for (Scope scope : Scope.values()) {
            assertThat(Scope.of(scope.text())).contains(scope);
        }
        assertThat(Scope.of("forms:read")).contains(Scope.FORMS_READ);
        assertThat(Scope.of("FORMS_READ")).isEmpty();
        assertThat(Scope.of("")).isEmpty();
    }

    @Test
    void a_requests_key_has_1_to_255_characters() {
        assertThat(new RepeatedRequests.Key("x".repeat(255)).value()).hasSize(255);
        for (String key : new String[] {"", "  ", "x".repeat(256)}) {
            assertThat(violations(() -> new RepeatedRequests.Key(key)))
                    .containsExactly("/Idempotency-Key must have between 1 and 255 characters");
        }
    }

    @Test
    void nobody_adds_to_news() {
        Map<String, String> facts = new HashMap<>(Map.of("feedback", "01j"));
        var news = new LiveEvents.News(TestOrganizations.anId(), "feedback.received", facts, TestClock.NOON);
        facts.put("secret", "words");

        assertThat(news.facts()).isEqualTo(Map.of("feedback", "01j")).isUnmodifiable();
    }
}
