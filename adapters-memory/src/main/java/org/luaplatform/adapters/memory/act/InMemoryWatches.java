package org.luaplatform.adapters.memory.act;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.act.Watch;
import org.luaplatform.domain.act.Watches;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Watches in memory.
public final class InMemoryWatches implements Watches {

    private final ConcurrentMap<Bound, Watch> watches = new ConcurrentHashMap<>();

    @Override
    public Optional<Watch> find(OrganizationId organization, RuleId rule, String subject) {
        return Optional.ofNullable(watches.get(new Bound(organization, rule, subject)));
    }

    @Override
    public boolean replace(Optional<Watch> before, Watch after) {
        var bound = new Bound(after.organization(), after.rule(), after.subject());
        return before.map(stored -> watches.replace(bound, stored, after))
                .orElseGet(() -> watches.putIfAbsent(bound, after) == null);
    }

    private record Bound(OrganizationId organization, RuleId rule, String subject) {}
}
