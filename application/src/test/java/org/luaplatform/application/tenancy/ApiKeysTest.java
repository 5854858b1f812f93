package org.luaplatform.application.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.luaplatform.adapters.memory.MemoryAdapter;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Unauthenticated;
import org.luaplatform.domain.tenancy.ApiKey;
import org.luaplatform.domain.tenancy.ApiKeyNotFound;
import org.luaplatform.domain.tenancy.MissingScope;
import org.luaplatform.domain.tenancy.Organization;
import org.luaplatform.domain.tenancy.OrganizationNotFound;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;

/// A program's way in: a key is issued, presented, listed and revoked.
class ApiKeysTest {

    private final TestClock clock = new TestClock();
    private final MemoryAdapter stores = new MemoryAdapter();
    private final OpenOrganization openOrganization =
            new OpenOrganization(stores.organizations(), TestIds::next, clock);
    private final IssueApiKey issueApiKey = new IssueApiKey(stores.apiKeys(), TestIds::next, new Random(1), clock);
    private final RevokeApiKey revokeApiKey = new RevokeApiKey(stores.apiKeys(), clock);
    private final ListApiKeys listApiKeys = new ListApiKeys(stores.apiKeys());
    private final Authenticate authenticate = new Authenticate(stores.apiKeys(), clock);

    private final Organization acme = openOrganization.handle(new OpenOrganization.Command("Acme"));
    private final Principal operator = new Principal.Operator(acme.id());

    @Test
    void the_token_of_a_key_tells_who_is_calling() {
        IssueApiKey.Issued issued = issue(Scope.FORMS_READ, Scope.FEEDBACK_WRITE);

        Principal caller = authenticate(issued.token().reveal());

        assertThat(caller)
                .isEqualTo(new Principal.KeyHolder(
                        issued.key().id(), acme.id(), Set.of(Scope.FORMS_READ, Scope.FEEDBACK_WRITE)));
    }

    @Test
    void who_presents_nothing_is_anonymous() {
        assertThat(authenticate.handle(new Authenticate.Command(Optional.empty())))
                .isEqualTo(new Principal.Anonymous());
    }

    @Test
    void a_malformed_or_unknown_token_is_refused() {
        String unknown = "lua_" + "0".repeat(64);

        assertThatThrownBy(() -> authenticate("nonsense")).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> authenticate(unknown)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void an_expired_key_opens_nothing_any_more() {
        IssueApiKey.Issued issued = issueApiKey.handle(
                operator,
                new IssueApiKey.Command(
                        acme.id(),
                        "For a day",
                        Set.of(Scope.FORMS_READ),
                        Optional.of(clock.instant().plus(Duration.ofDays(1)))));
        assertThat(authenticate(issued.token().reveal())).isInstanceOf(Principal.KeyHolder.class);

        clock.advance(Duration.ofDays(1));

        assertThatThrownBy(() -> authenticate(issued.token().reveal())).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void a_revoked_key_opens_nothing_any_more_but_stays_on_the_list() {
        IssueApiKey.Issued issued = issue(Scope.FORMS_READ);

        revokeApiKey.handle(
                operator, new RevokeApiKey.Command(acme.id(), issued.key().id()));

        assertThatThrownBy(() -> authenticate(issued.token().reveal())).isInstanceOf(Unauthenticated.class);
        assertThat(listApiKeys.handle(operator, new ListApiKeys.Query(acme.id())))
                .extracting(ApiKey::revokedAt)
                .containsExactly(Optional.of(clock.instant()));
    }

    @Test
    void nobody_hands_out_a_scope_that_they_do_not_have() {
        Principal limited = issue(Scope.KEYS_WRITE, Scope.FORMS_READ).key().holder();

        assertThatThrownBy(() -> issueApiKey.handle(
                        limited,
                        new IssueApiKey.Command(
                                acme.id(), "More", EnumSet.of(Scope.FORMS_READ, Scope.FORMS_WRITE), Optional.empty())))
                .isInstanceOf(MissingScope.class)
                .hasMessageContaining("forms:write");
    }

    @Test
    void every_violation_of_a_new_key_is_named() {
        assertThatThrownBy(() -> issueApiKey.handle(
                        operator, new IssueApiKey.Command(acme.id(), " ", Set.of(), Optional.of(clock.instant()))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.violations())
                                .extracting(violation -> violation.pointer().value())
                                .containsExactly("/name", "/scopes", "/expiresAt"));
    }

    @Test
    void keys_of_another_organization_do_not_exist() {
        Organization other = openOrganization.handle(new OpenOrganization.Command("Other"));
        IssueApiKey.Issued issued = issue(Scope.KEYS_READ, Scope.KEYS_WRITE);
        Principal stranger = new Principal.Operator(other.id());

        assertThatThrownBy(() -> listApiKeys.handle(stranger, new ListApiKeys.Query(acme.id())))
                .isInstanceOf(OrganizationNotFound.class);
        assertThatThrownBy(() -> revokeApiKey.handle(
                        stranger,
                        new RevokeApiKey.Command(other.id(), issued.key().id())))
                .isInstanceOf(ApiKeyNotFound.class);
    }

    @Test
    void an_organization_is_seen_by_its_own_people_only() {
        var readOrganization = new ReadOrganization(stores.organizations());
        Organization other = openOrganization.handle(new OpenOrganization.Command("Other"));

        assertThat(readOrganization.handle(operator, new ReadOrganization.Query(acme.id())))
                .isEqualTo(acme);
        assertThatThrownBy(() -> readOrganization.handle(operator, new ReadOrganization.Query(other.id())))
                .isInstanceOf(OrganizationNotFound.class);
    }

    private IssueApiKey.Issued issue(Scope first, Scope... rest) {
        return issueApiKey.handle(
                operator, new IssueApiKey.Command(acme.id(), "A program", EnumSet.of(first, rest), Optional.empty()));
    }

    private Principal authenticate(String token) {
        return authenticate.handle(new Authenticate.Command(Optional.of(token)));
    }
}
