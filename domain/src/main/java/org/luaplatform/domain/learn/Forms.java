package org.luaplatform.domain.learn;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.tenancy.OrganizationId;

/// The forms of all organizations.
public interface Forms {

    /// @throws org.luaplatform.domain.Conflict if there is a form with this id
    void add(Form form);

    Optional<Versioned<Form>> find(OrganizationId organization, FormId id);

    /// The one look-up without an organization: a respondent knows no more than the form's id.
    Optional<Form> findForRespondent(FormId id);

    /// Replaces the form by what `change` makes of it. Updates of one form happen one after the other; one that
    /// lost a race is tried again, so `change` must be a pure function.
    ///
    /// @throws FormNotFound if the organization has no such form
    /// @throws org.luaplatform.domain.Stale if another revision is stored than was expected
    Versioned<Form> update(OrganizationId organization, FormId id, Expected expected, UnaryOperator<Form> change);

    /// The organization's forms, newest first.
    Page<Versioned<Form>> list(OrganizationId organization, PageRequest page);

    /// Keeps a published version for good. Keeping the same one again changes nothing.
    void archive(OrganizationId organization, FormVersion version);

    /// A version that was archived.
    Optional<FormVersion> archived(OrganizationId organization, FormId id, int number);
}
