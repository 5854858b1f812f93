package org.luaplatform.adapters.memory.tenancy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.RepeatedRequests;

/// Requests remembered in memory. What is older than [RepeatedRequests#KEPT] is dropped as new ones come.
public final class InMemoryRepeatedRequests implements RepeatedRequests {

    private final Map<Named, Memory> memories = new HashMap<>();

    @Override
    public synchronized Remembered remember(
            OrganizationId organization, Key key, String fingerprint, String resourceId, Instant now) {
        memories.values().removeIf(memory -> memory.since().plus(KEPT).isBefore(now));
        Memory known = memories.putIfAbsent(
                new Named(organization, key), new Memory(fingerprint, resourceId, now, Optional.empty()));
        if (known == null) {
            return new Remembered.First();
        }
        if (!known.fingerprint().equals(fingerprint)) {
            return new Remembered.Different();
        }
        return known.answer()
                .<Remembered>map(Remembered.Answered::new)
                .orElseGet(() -> new Remembered.Unanswered(known.resourceId(), known.since()));
    }

    @Override
    public synchronized void answered(OrganizationId organization, Key key, String answer) {
        memories.computeIfPresent(new Named(organization, key), (_, memory) -> memory.answered(answer));
    }

    private record Named(OrganizationId organization, Key key) {}

    private record Memory(String fingerprint, String resourceId, Instant since, Optional<String> answer) {
        Memory answered(String text) {
            return new Memory(fingerprint, resourceId, since, Optional.of(text));
        }
    }
}
