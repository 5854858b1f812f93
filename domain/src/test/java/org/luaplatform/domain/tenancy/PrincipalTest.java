package org.luaplatform.domain.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Unauthenticated;
import org.luaplatform.domain.tenancy.testing.TestApiKeys;

class PrincipalTest {

    private static final OrganizationId OURS = new OrganizationId("ours");
    private static final OrganizationId THEIRS = new OrganizationId("theirs");

    private final Principal nobody = new Principal.Anonymous();
    private final Principal operator = new Principal.Operator(OURS);
    private final Principal reader = TestApiKeys.holderOf(OURS, Scope.FORMS_READ, Scope.FEEDBACK_READ);

    @Test
    void a_key_holder_acts_within_their_scopes() {
        assertThat(reader.actingWith(Scope.FORMS_READ)).isEqualTo(OURS);
        assertThat(reader.actingWith(Scope.FEEDBACK_READ)).isEqualTo(OURS);
        assertThatCode(() -> reader.mustBeAllowed(Scope.FORMS_READ, OURS)).doesNotThrowAnyException();
    }

    @Test
    void a_key_holder_is_told_which_scope_they_lack() {
        assertThatExceptionOfType(MissingScope.class)
                .isThrownBy(() -> reader.actingWith(Scope.FORMS_WRITE))
                .withMessageContaining("forms:write");
        assertThatExceptionOfType(MissingScope.class)
                .isThrownBy(() -> reader.mustBeAllowed(Scope.FORMS_WRITE, OURS))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("missing-scope"));
    }

    @Test
    void to_a_key_holder_other_organizations_do_not_exist_whatever_their_scopes() {
        for (Principal holder : new Principal[] {reader, TestApiKeys.ownerOf(OURS)}) {
            assertThatExceptionOfType(OrganizationNotFound.class)
                    .isThrownBy(() -> holder.mustBeAllowed(Scope.FORMS_WRITE, THEIRS));
        }
    }

    @Test
    void nobody_may_do_anything() {
        for (Scope scope : Scope.values()) {
            assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> nobody.actingWith(scope));
            assertThatExceptionOfType(Unauthenticated.class)
                    .isThrownBy(() -> nobody.mustBeAllowed(scope, OURS))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("credentials-missing"));
        }
    }

    @Test
    void the_operator_may_do_everything_in_the_organization_that_they_act_for() {
        for (Scope scope : Scope.values()) {
            assertThat(operator.actingWith(scope)).isEqualTo(OURS);
            assertThatCode(() -> operator.mustBeAllowed(scope, OURS)).doesNotThrowAnyException();
        }
        assertThatExceptionOfType(OrganizationNotFound.class)
                .isThrownBy(() -> operator.mustBeAllowed(Scope.FORMS_READ, THEIRS));
    }

    @Test
    void nobody_adds_to_a_holders_scopes() {
        EnumSet<Scope> scopes = EnumSet.of(Scope.FORMS_READ);
        var holder = new Principal.KeyHolder(TestApiKeys.anId(), OURS, scopes);
        scopes.add(Scope.FORMS_WRITE);

        assertThat(holder.scopes()).containsExactly(Scope.FORMS_READ).isUnmodifiable();
    }
}
