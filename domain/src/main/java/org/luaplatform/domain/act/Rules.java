package org.luaplatform.domain.act;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.tenancy.OrganizationId;

/// The rules of all organizations.
public interface Rules {

    /// @throws org.luaplatform.domain.Conflict if there is a rule with this id
    void add(Rule rule);

    Optional<Versioned<Rule>> find(OrganizationId organization, RuleId id);

    /// Newest first.
    Page<Versioned<Rule>> list(OrganizationId organization, PageRequest page);

    /// All enabled rules of the organization, oldest first; it has some dozens.
    List<Rule> enabled(OrganizationId organization);

    /// @throws RuleNotFound if the organization has no such rule
    /// @throws org.luaplatform.domain.Stale if another revision is stored than was expected
    Versioned<Rule> update(OrganizationId organization, RuleId id, Expected expected, UnaryOperator<Rule> change);

    /// @throws RuleNotFound if the organization has no such rule
    /// @throws org.luaplatform.domain.Stale if another revision is stored than was expected
    void remove(OrganizationId organization, RuleId id, Expected expected);
}
