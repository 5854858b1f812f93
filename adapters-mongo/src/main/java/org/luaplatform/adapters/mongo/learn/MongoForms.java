package org.luaplatform.adapters.mongo.learn;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.documents.learn.FormDocument;
import org.luaplatform.adapters.documents.learn.FormVersionDocument;
import org.luaplatform.adapters.mongo.engine.MongoConnection;
import org.luaplatform.adapters.mongo.engine.Shelf;
import org.luaplatform.adapters.mongo.engine.StoredDocuments;
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

/// Forms and their published versions in MongoDB.
public final class MongoForms implements Forms {

    private static final String ORGANIZATION = "organization";

    private final Shelf<Form> forms;
    private final StoredDocuments versions;

    public MongoForms(MongoConnection connection) {
        StoredDocuments documents = connection.collection(DocumentCollection.FORMS);
        documents.index(List.of(new IndexModel(Indexes.ascending(ORGANIZATION, "createdAt", "_id"))));
        this.forms = new Shelf<>(documents, FormDocument::of, FormDocument::toForm);
        this.versions = connection.collection(DocumentCollection.FORM_VERSIONS);
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
        return forms.find(eq("_id", id.value())).map(Versioned::value);
    }

    @Override
    public Versioned<Form> update(
            OrganizationId organization, FormId id, Expected expected, UnaryOperator<Form> change) {
        return forms.update(organization, id.value(), expected, change, FormNotFound::new);
    }

    @Override
    public Page<Versioned<Form>> list(OrganizationId organization, PageRequest page) {
        return forms.newestFirst(eq(ORGANIZATION, organization.value()), page);
    }

    @Override
    public void archive(OrganizationId organization, FormVersion version) {
        boolean _ = versions.add(FormVersionDocument.of(organization, version));
    }

    @Override
    public Optional<FormVersion> archived(OrganizationId organization, FormId id, int number) {
        return versions.find(Shelf.owned(organization, FormVersionDocument.id(id, number)))
                .map(FormVersionDocument::toVersion);
    }
}
