package org.luaplatform.adapters.sqlite.learn;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.learn.FormDocument;
import org.luaplatform.adapters.documents.learn.FormVersionDocument;
import org.luaplatform.adapters.sqlite.engine.Aggregates;
import org.luaplatform.adapters.sqlite.engine.Database;
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

/// Forms and their published versions.
public final class SqliteForms implements Forms {

    private final Database database;
    private final Aggregates<Form> forms;

    public SqliteForms(Database database) {
        this.database = database;
        this.forms = new Aggregates<>(
                database,
                new Aggregates.Kind<>(
                        "forms",
                        form -> form.id().value(),
                        Form::organization,
                        Form::createdAt,
                        FormDocument::of,
                        FormDocument::toForm,
                        FormNotFound::new));
    }

    @Override
    public void add(Form form) {
        forms.add(form);
    }

    @Override
    public Optional<Versioned<Form>> find(OrganizationId organization, FormId id) {
        return forms.find(organization, id.value());
    }

    @Override
    public Optional<Form> findForRespondent(FormId id) {
        return forms.findAnywhere(id.value());
    }

    @Override
    public Versioned<Form> update(
            OrganizationId organization, FormId id, Expected expected, UnaryOperator<Form> change) {
        return forms.update(organization, id.value(), expected, change);
    }

    @Override
    public Page<Versioned<Form>> list(OrganizationId organization, PageRequest page) {
        return forms.list(organization, page);
    }

    @Override
    public void archive(OrganizationId organization, FormVersion version) {
        byte[] document = Json.bytes(FormVersionDocument.of(organization, version));
        int _ = database.writeOne(session -> session.sql("""
                        INSERT INTO form_versions (organization, form, number, document) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                .with(organization.value())
                .with(version.form().value())
                .with(version.number())
                .with(document)
                .update());
    }

    @Override
    public Optional<FormVersion> archived(OrganizationId organization, FormId id, int number) {
        return database.read(session -> session.sql("""
                        SELECT document FROM form_versions WHERE organization = ? AND form = ? AND number = ?""")
                .with(organization.value())
                .with(id.value())
                .with(number)
                .first(row -> FormVersionDocument.toVersion(Json.stored(row.getBytes(1)))));
    }
}
