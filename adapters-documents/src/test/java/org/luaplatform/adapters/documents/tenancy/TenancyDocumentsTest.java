package org.luaplatform.adapters.documents.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.luaplatform.adapters.documents.RoundTrip.survives;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.domain.tenancy.ApiKey;
import org.luaplatform.domain.tenancy.ApiKeyId;
import org.luaplatform.domain.tenancy.Organization;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.RepeatedRequests;
import org.luaplatform.domain.tenancy.RepeatedRequests.Remembered;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.tenancy.TokenHash;

final class TenancyDocumentsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00.123Z");
    private static final OrganizationId ORGANIZATION = new OrganizationId("org1");
    private static final RepeatedRequests.Key KEY = new RepeatedRequests.Key("päckchen-1");

    @Test
    void an_organization_survives() {
        var organization = new Organization(ORGANIZATION, "Straßenbahn \"Nord\" 🚋", NOW);

        survives(organization, OrganizationDocument::of, OrganizationDocument::toOrganization);
    }

    @Test
    void an_api_key_survives() {
        for (Optional<Instant> expiresAt : List.of(Optional.<Instant>empty(), Optional.of(NOW.plusSeconds(1)))) {
            for (Optional<Instant> revokedAt : List.of(Optional.<Instant>empty(), Optional.of(NOW))) {
                var key = key(EnumSet.allOf(Scope.class), expiresAt, revokedAt);

                survives(key, ApiKeyDocument::of, ApiKeyDocument::toApiKey);
            }
        }
    }

    @Test
    void an_api_key_with_a_scope_that_nobody_knows_is_damaged() {
        Document document = ApiKeyDocument.of(key(Set.of(Scope.FORMS_READ), Optional.empty(), Optional.empty()))
                .with("scopes", List.of("forms:eat"));

        assertThatIllegalStateException()
                .isThrownBy(() -> ApiKeyDocument.toApiKey(document))
                .withMessage("/scopes has an unknown one: forms:eat");
    }

    @Test
    void a_remembered_request_survives() {
        for (Optional<String> answer : List.of(Optional.<String>empty(), Optional.of("{\"id\":\"f1\"}"))) {
            var request = new RememberedRequest(ORGANIZATION, KEY, "abc", "f1", NOW, answer);

            survives(request, RememberedRequest::toDocument, RememberedRequest::of);
        }
    }

    @Test
    void a_repetition_is_told_what_is_known() {
        var unanswered = new RememberedRequest(ORGANIZATION, KEY, "abc", "f1", NOW, Optional.empty());
        var answered = new RememberedRequest(ORGANIZATION, KEY, "abc", "f1", NOW, Optional.of("done"));

        assertThat(unanswered.tell("abc")).isEqualTo(new Remembered.Unanswered("f1", NOW));
        assertThat(answered.tell("abc")).isEqualTo(new Remembered.Answered("done"));
        assertThat(answered.tell("xyz")).isEqualTo(new Remembered.Different());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void a_request_is_forgotten_once_it_is_older_than_it_is_kept(long millis) {
        var request = new RememberedRequest(ORGANIZATION, KEY, "abc", "f1", NOW, Optional.empty());

        boolean forgotten =
                request.isForgottenAt(NOW.plus(RepeatedRequests.KEPT).plusMillis(millis));

        assertThat(forgotten).isEqualTo(millis > 0);
    }

    private static ApiKey key(Set<Scope> scopes, Optional<Instant> expiresAt, Optional<Instant> revokedAt) {
        return new ApiKey(
                new ApiKeyId("key1"),
                ORGANIZATION,
                "Widget",
                new TokenHash("0123456789abcdef".repeat(4)),
                scopes,
                NOW,
                expiresAt,
                revokedAt);
    }
}
