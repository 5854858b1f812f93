package org.luaplatform.adapters.memory.learn;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.luaplatform.adapters.memory.shared.Pages;
import org.luaplatform.adapters.memory.shared.Place;
import org.luaplatform.adapters.memory.shared.Shelf;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormNotFound;
import org.luaplatform.domain.learn.FormVersion;
import org.luaplatform.domain.learn.Forms;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Forms and their published versions in memory.
public final class InMemoryForms implements Forms {

    private final Shelf<Form> forms = new Shelf<>(Form::organization);
    private final Map<ArchivedUnder, FormVersion> archive = new ConcurrentHashMap<>();

    @Override
    public void add(Form form) {
        forms.add(form.id().value(), form);
    }

    @Override
    public Optional<Versioned<Form>> find(OrganizationId organization, FormId id) {
        return forms.find(organization, id.value());
    }

    @Override
    public Optional<Form> findForRespondent(FormId id) {
        return forms.findAnywhere(id.value()).map(Versioned::value);
    }

    @Override
    public Versioned<Form> update(
            OrganizationId organization, FormId id, Expected expected, UnaryOperator<Form> change) {
        return forms.update(organization, id.value(), expected, change, FormNotFound::new);
    }

    @Override
    public Page<Versioned<Form>> list(OrganizationId organization, PageRequest page) {
        return Pages.latestFirst(forms.of(organization), InMemoryForms::place, page);
    }

    @Override
    public void archive(OrganizationId organization, FormVersion version) {
        archive.putIfAbsent(new ArchivedUnder(organization, version.form(), version.number()), version);
    }

    @Override
    public Optional<FormVersion> archived(OrganizationId organization, FormId id, int number) {
        return Optional.ofNullable(archive.get(new ArchivedUnder(organization, id, number)));
    }

    private static Place place(Versioned<Form> form) {
        return new Place(form.value().createdAt(), form.value().id().value());
    }

    private record ArchivedUnder(OrganizationId organization, FormId form, int number) {}
}
