package org.luaplatform.domain.act;

import java.util.Optional;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Remembers which bounds have been crossed, so that each crossing is told once.
public interface Watches {

    Optional<Watch> find(OrganizationId organization, RuleId rule, String subject);

    /// Stores `after` if what is stored is still `before` (empty for nothing).
    ///
    /// @return whether it was stored
    boolean replace(Optional<Watch> before, Watch after);
}
