package org.luaplatform.adapters.mongo.understand;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.documents.understand.ThemeDocument;
import org.luaplatform.adapters.mongo.engine.MongoConnection;
import org.luaplatform.adapters.mongo.engine.Shelf;
import org.luaplatform.adapters.mongo.engine.StoredDocuments;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.Theme;
import org.luaplatform.domain.understand.ThemeId;
import org.luaplatform.domain.understand.ThemeNotFound;
import org.luaplatform.domain.understand.Themes;

/// Themes in MongoDB.
public final class MongoThemes implements Themes {

    private static final String ORGANIZATION = "organization";

    private final Shelf<Theme> themes;

    public MongoThemes(MongoConnection connection) {
        StoredDocuments documents = connection.collection(DocumentCollection.THEMES);
        documents.index(List.of(new IndexModel(Indexes.ascending(ORGANIZATION, "createdAt", "_id"))));
        this.themes = new Shelf<>(documents, ThemeDocument::of, ThemeDocument::toTheme);
    }

    @Override
    public void add(Theme theme) {
        themes.add(theme);
    }

    @Override
    public Optional<Versioned<Theme>> find(OrganizationId organization, ThemeId id) {
        return themes.find(organization, id.value());
    }

    @Override
    public List<Theme> list(OrganizationId organization) {
        return themes.all(eq(ORGANIZATION, organization.value()), Sorts.ascending("createdAt", "_id"));
    }

    @Override
    public Versioned<Theme> update(
            OrganizationId organization, ThemeId id, Expected expected, UnaryOperator<Theme> change) {
        return themes.update(organization, id.value(), expected, change, ThemeNotFound::new);
    }

    @Override
    public void remove(OrganizationId organization, ThemeId id) {
        themes.removeIfThere(organization, id.value());
    }
}
