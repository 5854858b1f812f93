package org.luaplatform.adapters.memory.shared;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.NotFound;
import org.luaplatform.domain.Revision;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Things under their ids, each with its revision and its organization. Safe from any number of threads.
public final class Shelf<T> {

    private final ConcurrentMap<String, Versioned<T>> things = new ConcurrentHashMap<>();
    private final Function<T, OrganizationId> owner;

    public Shelf(Function<T, OrganizationId> owner) {
        this.owner = owner;
    }

    /// @throws Conflict if there is something under this id
    public void add(String id, T thing) {
        if (things.putIfAbsent(id, new Versioned<>(thing, Revision.FIRST)) != null) {
            throw new Conflict("already-there", "There is already one with this id.");
        }
    }

    public Optional<Versioned<T>> find(OrganizationId organization, String id) {
        return findAnywhere(id).filter(found -> owner.apply(found.value()).equals(organization));
    }

    public Optional<Versioned<T>> findAnywhere(String id) {
        return Optional.ofNullable(things.get(id));
    }

    /// All that the organization has, in no order.
    public Stream<Versioned<T>> of(OrganizationId organization) {
        return things.values().stream()
                .filter(thing -> owner.apply(thing.value()).equals(organization));
    }

    /// @param absent the refusal, if the organization has no such thing
    public Versioned<T> update(
            OrganizationId organization,
            String id,
            Expected expected,
            UnaryOperator<T> change,
            Supplier<? extends NotFound> absent) {
        while (true) {
            Versioned<T> before = find(organization, id).orElseThrow(absent);
            expected.check(before.revision());
            var after = new Versioned<>(
                    change.apply(before.value()), before.revision().next());
            if (things.replace(id, before, after)) {
                return after;
            }
            // Another update came first. Ours starts over from what that one stored.
        }
    }

    /// @param absent the refusal, if the organization has no such thing
    public void remove(OrganizationId organization, String id, Expected expected, Supplier<? extends NotFound> absent) {
        while (true) {
            Versioned<T> before = find(organization, id).orElseThrow(absent);
            expected.check(before.revision());
            if (things.remove(id, before)) {
                return;
            }
        }
    }

    public void removeIfThere(OrganizationId organization, String id) {
        things.computeIfPresent(id, (_, thing) -> owner.apply(thing.value()).equals(organization) ? null : thing);
    }
}
