package org.luaplatform.adapters.mongo.act;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.documents.act.RuleDocument;
import org.luaplatform.adapters.mongo.engine.MongoConnection;
import org.luaplatform.adapters.mongo.engine.Shelf;
import org.luaplatform.adapters.mongo.engine.StoredDocuments;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.act.RuleNotFound;
import org.luaplatform.domain.act.Rules;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Rules in MongoDB.
public final class MongoRules implements Rules {

    private static final String ORGANIZATION = "organization";

    private final Shelf<Rule> rules;

    public MongoRules(MongoConnection connection) {
        StoredDocuments documents = connection.collection(DocumentCollection.RULES);
        documents.index(List.of(new IndexModel(Indexes.ascending(ORGANIZATION, "createdAt", "_id"))));
        this.rules = new Shelf<>(documents, RuleDocument::of, RuleDocument::toRule);
    }

    @Override
    public void add(Rule rule) {
        rules.add(rule);
    }

    @Override
    public Optional<Versioned<Rule>> find(OrganizationId organization, RuleId id) {
        return rules.find(organization, id.value());
    }

    @Override
    public Page<Versioned<Rule>> list(OrganizationId organization, PageRequest page) {
        return rules.newestFirst(eq(ORGANIZATION, organization.value()), page);
    }

    @Override
    public List<Rule> enabled(OrganizationId organization) {
        return rules.all(
                and(eq(ORGANIZATION, organization.value()), eq("enabled", true)), Sorts.ascending("createdAt", "_id"));
    }

    @Override
    public Versioned<Rule> update(
            OrganizationId organization, RuleId id, Expected expected, UnaryOperator<Rule> change) {
        return rules.update(organization, id.value(), expected, change, RuleNotFound::new);
    }

    @Override
    public void remove(OrganizationId organization, RuleId id, Expected expected) {
        rules.remove(organization, id.value(), expected, RuleNotFound::new);
    }
}
