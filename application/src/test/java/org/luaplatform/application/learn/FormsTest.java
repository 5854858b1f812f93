package org.luaplatform.application.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Revision;
import org.luaplatform.domain.Stale;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormContent;
import org.luaplatform.domain.learn.FormNotFound;
import org.luaplatform.domain.learn.FormNotOpen;
import org.luaplatform.domain.learn.FormSettings;
import org.luaplatform.domain.tenancy.OrganizationNotFound;
import org.luaplatform.domain.tenancy.Principal;

/// The life of a form: drafted, published, edited, published again, closed, opened again.
class FormsTest {

    private final LearnFixture given = new LearnFixture();
    private final ReadForm readForm = new ReadForm(given.stores.forms());
    private final ReadFormVersion readVersion = new ReadFormVersion(given.stores.forms());
    private final ReadPublicForm readPublicForm = new ReadPublicForm(given.published);
    private final ListForms listForms = new ListForms(given.stores.forms());

    @Test
    void a_new_form_is_a_draft_that_only_its_organization_sees() {
        Form draft = given.aDraft();

        assertThat(read(draft)).isEqualTo(new Versioned<>(draft, Revision.FIRST));
        assertThat(draft).isInstanceOf(Form.Draft.class);
        assertThatThrownBy(() -> readForm.handle(given.stranger, new ReadForm.Query(draft.id())))
                .isInstanceOf(FormNotFound.class);
        assertThatThrownBy(() -> readPublicForm.handle(new Principal.Anonymous(), new ReadPublicForm.Query(draft.id())))
                .isInstanceOf(FormNotFound.class);
    }

    @Test
    void a_repeated_creation_is_recognised_by_its_id() {
        Form draft = given.aDraft();

        assertThatThrownBy(() -> given.createForm.handle(
                        given.analyst,
                        new CreateForm.Command(
                                given.acme, draft.content(), FormSettings.PUBLIC, Optional.of(draft.id()))))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void nobody_creates_a_form_for_another_organization() {
        assertThatThrownBy(() -> given.createForm.handle(
                        given.stranger,
                        new CreateForm.Command(
                                given.acme, LearnFixture.content("Theirs"), FormSettings.PUBLIC, Optional.empty())))
                .isInstanceOf(OrganizationNotFound.class);
    }

    @Test
    void publishing_opens_version_1_to_everybody() {
        Form form = given.anOpenForm();

        Form.Open open = readPublicForm.handle(new Principal.Anonymous(), new ReadPublicForm.Query(form.id()));

        assertThat(open.published().number()).isEqualTo(1);
        assertThat(open.published().content().title()).isEqualTo("Visit");
        assertThat(given.forgotten).containsExactly(form.id());
    }

    @Test
    void an_edit_is_seen_once_it_is_published_and_the_earlier_version_stays() {
        Form form = given.anOpenForm();
        edit(form, "Your visit", Expected.any());
        assertThat(readPublicForm
                        .handle(new Principal.Anonymous(), new ReadPublicForm.Query(form.id()))
                        .published()
                        .content()
                        .title())
                .isEqualTo("Visit");

        given.publish(form.id());

        assertThat(version(form, 1)).isEqualTo("Visit");
        assertThat(version(form, 2)).isEqualTo("Your visit");
        assertThatThrownBy(() -> version(form, 3)).isInstanceOf(FormNotFound.class);
    }

    @Test
    void publishing_what_nobody_edited_makes_no_new_version() {
        Form form = given.anOpenForm();

        Versioned<Form> again = given.publish(form.id());

        assertThat(again.value().latest()).get().extracting("number").isEqualTo(1);
    }

    @Test
    void a_form_that_asks_nothing_is_not_published() {
        var empty = new FormContent("Empty", Optional.empty(), Language.ENGLISH, List.of(), Map.of());
        Form draft = given.createForm
                .handle(given.analyst, new CreateForm.Command(given.acme, empty, FormSettings.PUBLIC, Optional.empty()))
                .value();

        assertThatThrownBy(() -> given.publish(draft.id())).isInstanceOf(Invalid.class);
    }

    @Test
    void an_edit_on_top_of_somebody_elses_is_refused() {
        Form form = given.aDraft();
        edit(form, "First", Expected.exactly(Revision.FIRST));

        assertThatThrownBy(() -> edit(form, "Second", Expected.exactly(Revision.FIRST)))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(() -> given.publishForm.handle(
                        given.analyst, new PublishForm.Command(form.id(), Expected.exactly(Revision.FIRST))))
                .isInstanceOf(Stale.class);
        assertThat(read(form).value().content().title()).isEqualTo("First");
    }

    @Test
    void a_closed_form_takes_no_more_answers_until_it_is_published_again() {
        Form form = given.anOpenForm();

        close(form);
        close(form);

        assertThatThrownBy(() -> readPublicForm.handle(new Principal.Anonymous(), new ReadPublicForm.Query(form.id())))
                .isInstanceOf(FormNotOpen.class);
        assertThat(given.publish(form.id()).value()).isInstanceOf(Form.Open.class);
    }

    @Test
    void a_draft_cannot_be_closed() {
        Form draft = given.aDraft();

        assertThatThrownBy(() -> close(draft)).isInstanceOf(FormNotOpen.class);
    }

    @Test
    void a_form_that_is_not_for_everybody_exists_for_its_own_organization_only() {
        Form form = given.createForm
                .handle(
                        given.analyst,
                        new CreateForm.Command(
                                given.acme,
                                LearnFixture.content("Inside"),
                                new FormSettings(false, Set.of()),
                                Optional.empty()))
                .value();
        given.publish(form.id());
        var query = new ReadPublicForm.Query(form.id());

        assertThat(readPublicForm.handle(given.analyst, query).id()).isEqualTo(form.id());
        assertThatThrownBy(() -> readPublicForm.handle(new Principal.Anonymous(), query))
                .isInstanceOf(FormNotFound.class);
        assertThatThrownBy(() -> readPublicForm.handle(given.stranger, query)).isInstanceOf(FormNotFound.class);
    }

    @Test
    void forms_are_listed_newest_first_to_their_own_organization() {
        Form first = given.aDraft();
        Form second = given.aDraft();

        assertThat(listForms
                        .handle(given.analyst, new ListForms.Query(given.acme, PageRequest.first(10)))
                        .items())
                .extracting(form -> form.value().id())
                .containsExactly(second.id(), first.id());
        assertThatThrownBy(
                        () -> listForms.handle(given.stranger, new ListForms.Query(given.acme, PageRequest.first(10))))
                .isInstanceOf(OrganizationNotFound.class);
    }

    private Versioned<Form> read(Form form) {
        return readForm.handle(given.analyst, new ReadForm.Query(form.id()));
    }

    private String version(Form form, int number) {
        return readVersion
                .handle(given.analyst, new ReadFormVersion.Query(form.id(), number))
                .content()
                .title();
    }

    private void edit(Form form, String title, Expected expected) {
        given.editForm.handle(
                given.analyst,
                new EditForm.Command(form.id(), LearnFixture.content(title), FormSettings.PUBLIC, expected));
    }

    private void close(Form form) {
        given.closeForm.handle(given.analyst, new CloseForm.Command(form.id(), Expected.any()));
    }
}
