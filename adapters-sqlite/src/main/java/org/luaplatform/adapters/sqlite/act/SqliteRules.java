package org.luaplatform.adapters.sqlite.act;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaplatform.adapters.documents.act.RuleDocument;
import org.luaplatform.adapters.sqlite.engine.Aggregates;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.act.RuleNotFound;
import org.luaplatform.domain.act.Rules;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Rules.
public final class SqliteRules implements Rules {

    private final Aggregates<Rule> rules;

    public SqliteRules(Database database) {
        this.rules = new Aggregates<>(
                database,
                new Aggregates.Kind<>(
                        "rules",
                        rule -> rule.id().value(),
                        Rule::organization,
                        Rule::createdAt,
                        RuleDocument::of,
                        RuleDocument::toRule,
                        RuleNotFound::new));
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
        return rules.list(organization, page);
    }

    @Override
    public List<Rule> enabled(OrganizationId organization) {
        return rules.all(organization).stream().filter(Rule::enabled).toList();
    }

    @Override
    public Versioned<Rule> update(
            OrganizationId organization, RuleId id, Expected expected, UnaryOperator<Rule> change) {
        return rules.update(organization, id.value(), expected, change);
    }

    @Override
    public void remove(OrganizationId organization, RuleId id, Expected expected) {
        rules.remove(organization, id.value(), expected);
    }
}
