package org.luaplatform.adapters.memory.act;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaplatform.adapters.memory.shared.Pages;
import org.luaplatform.adapters.memory.shared.Place;
import org.luaplatform.adapters.memory.shared.Shelf;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.act.RuleNotFound;
import org.luaplatform.domain.act.Rules;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Rules in memory.
public final class InMemoryRules implements Rules {

    private static final Comparator<Rule> OLDEST_FIRST = Comparator.comparing(Rule::createdAt)
            .thenComparing(rule -> rule.id().value());

    private final Shelf<Rule> rules = new Shelf<>(Rule::organization);

    @Override
    public void add(Rule rule) {
        rules.add(rule.id().value(), rule);
    }

    @Override
    public Optional<Versioned<Rule>> find(OrganizationId organization, RuleId id) {
        return rules.find(organization, id.value());
    }

    @Override
    public Page<Versioned<Rule>> list(OrganizationId organization, PageRequest page) {
        return Pages.latestFirst(
                rules.of(organization),
                rule -> new Place(rule.value().createdAt(), rule.value().id().value()),
                page);
    }

    @Override
    public List<Rule> enabled(OrganizationId organization) {
        return rules.of(organization)
                .map(Versioned::value)
                .filter(Rule::enabled)
                .sorted(OLDEST_FIRST)
                .toList();
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
