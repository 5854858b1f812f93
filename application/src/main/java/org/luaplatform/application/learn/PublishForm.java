package org.luaplatform.application.learn;

import java.time.InstantSource;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Stale;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormNotFound;
import org.luaplatform.domain.learn.Forms;
import org.luaplatform.domain.learn.PublishedForms;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

/// A form opens for answers, for the first time or again. What was edited since the last publication becomes a new
/// version; the one before is archived first, so that no answered version is ever lost.
public final class PublishForm {

    public record Command(FormId form, Expected expected) {}

    private final Forms forms;
    private final PublishedForms published;
    private final InstantSource clock;

    public PublishForm(Forms forms, PublishedForms published, InstantSource clock) {
        this.forms = forms;
        this.published = published;
        this.clock = clock;
    }

    /// @throws FormNotFound if the caller's organization has no such form
    /// @throws Stale if somebody else changed it since the caller read it
    /// @throws org.luaplatform.domain.Invalid if the form asks nothing
    public Versioned<Form> handle(Principal caller, Command command) {
        OrganizationId organization = caller.actingWith(Scope.FORMS_WRITE);
        while (true) {
            Versioned<Form> before = forms.find(organization, command.form()).orElseThrow(FormNotFound::new);
            command.expected().check(before.revision());
            before.value().latest().ifPresent(version -> forms.archive(organization, version));
            try {
                Versioned<Form> after = forms.update(
                        organization,
                        command.form(),
                        Expected.exactly(before.revision()),
                        form -> form.published(clock.instant()));
                published.forget(command.form());
                return after;
            } catch (Stale _) {
                // Somebody changed the form after we archived. Their version may not be in the archive: start over.
            }
        }
    }
}
