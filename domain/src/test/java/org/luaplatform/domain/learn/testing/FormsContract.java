package org.luaplatform.domain.learn.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.learn.testing.TestForms.aDraft;
import static org.luaplatform.domain.learn.testing.TestForms.anOpenForm;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Revision;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormSettings;
import org.luaplatform.domain.learn.Forms;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.NewestFirstContract;
import org.luaplatform.domain.testing.RevisionsContract;
import org.luaplatform.domain.testing.TestClock;

/// What every adapter of [Forms] promises.
public interface FormsContract extends RevisionsContract<Form>, NewestFirstContract<Versioned<Form>> {

    Forms forms();

    @Test
    default void keeps_everything_of_a_form_at_each_stage() {
        var organization = TestOrganizations.anId();
        var settings = new FormSettings(false, Set.of("https://shop.example", "http://localhost:8080"));
        Form draft = aDraft(organization).edited(TestForms.everything(), settings);
        Form open = aDraft(organization)
                .edited(TestForms.everything(), settings)
                .published(TestClock.NOON)
                .edited(TestForms.whyAndScore(), settings);
        Form closed = anOpenForm(organization, TestForms.everything()).closed();

        forms().add(draft);
        forms().add(open);
        forms().add(closed);

        assertThat(forms().find(organization, draft.id())).map(Versioned::value).contains(draft);
        assertThat(forms().find(organization, open.id())).map(Versioned::value).contains(open);
        assertThat(forms().find(organization, closed.id()))
                .map(Versioned::value)
                .contains(closed);
    }

    @Test
    default void a_form_goes_from_stage_to_stage() {
        var organization = TestOrganizations.anId();
        var draft = aDraft(organization);
        forms().add(draft);

        var opened = forms().update(organization, draft.id(), Expected.any(), form -> form.published(TestClock.NOON));
        var closed = forms().update(organization, draft.id(), Expected.any(), form -> switch (form) {
            case Form.Open open -> open.closed();
            case Form.Draft _, Form.Closed _ -> throw new IllegalStateException("not open");
        });

        assertThat(opened.value()).isEqualTo(draft.published(TestClock.NOON));
        assertThat(closed)
                .isEqualTo(new Versioned<Form>(draft.published(TestClock.NOON).closed(), new Revision(2)));
    }

    @Test
    default void a_respondent_finds_a_form_by_its_id_alone() {
        var form = anOpenForm(TestOrganizations.anId());
        forms().add(form);

        assertThat(forms().findForRespondent(form.id())).contains(form);
        assertThat(forms().findForRespondent(TestForms.anId())).isEmpty();
    }

    @Test
    default void keeps_each_published_version() {
        var organization = TestOrganizations.anId();
        var form = anOpenForm(organization, TestForms.everything());
        var next = form.edited(TestForms.whyAndScore(), FormSettings.PUBLIC).published(TestClock.NOON.plusSeconds(1));

        forms().archive(organization, form.published());
        forms().archive(organization, next.published());

        assertThat(forms().archived(organization, form.id(), 1)).contains(form.published());
        assertThat(forms().archived(organization, form.id(), 2)).contains(next.published());
        assertThat(forms().archived(organization, form.id(), 3)).isEmpty();
    }

    @Test
    default void keeping_a_version_again_changes_nothing() {
        var organization = TestOrganizations.anId();
        var version = anOpenForm(organization).published();
        forms().archive(organization, version);

        forms().archive(organization, version);

        assertThat(forms().archived(organization, version.form(), 1)).contains(version);
    }

    @Test
    default void other_organizations_do_not_find_a_version() {
        var organization = TestOrganizations.anId();
        var version = anOpenForm(organization).published();

        forms().archive(organization, version);

        assertThat(forms().archived(TestOrganizations.anId(), version.form(), 1))
                .isEmpty();
    }

    @Override
    default Form aNewThing(OrganizationId organization) {
        return aDraft(organization);
    }

    @Override
    default Form renamed(Form thing, String name) {
        return TestForms.titled(thing, name);
    }

    @Override
    default String nameOf(Form thing) {
        return thing.content().title();
    }

    @Override
    default void add(Form thing) {
        forms().add(thing);
    }

    @Override
    default Optional<Versioned<Form>> find(OrganizationId organization, Form thing) {
        return forms().find(organization, thing.id());
    }

    @Override
    default Versioned<Form> update(
            OrganizationId organization, Form thing, Expected expected, UnaryOperator<Form> change) {
        return forms().update(organization, thing.id(), expected, change);
    }

    @Override
    default Page<Versioned<Form>> list(OrganizationId organization, PageRequest page) {
        return forms().list(organization, page);
    }

    @Override
    default Versioned<Form> addedAt(OrganizationId organization, Instant createdAt) {
        Form form = aDraft(organization, createdAt);
        forms().add(form);
        return new Versioned<>(form, Revision.FIRST);
    }
}
