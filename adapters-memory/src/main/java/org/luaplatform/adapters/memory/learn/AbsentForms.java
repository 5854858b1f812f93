package org.luaplatform.adapters.memory.learn;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.luaplatform.domain.learn.FormId;

/// Ids under which there was no form a moment ago. They are kept in two halves: once the newer one is full, the
/// older one is dropped as a whole.
final class AbsentForms {

    private static final int HALF = 5_000;
    private static final long KEPT_MILLIS = 2_000;

    private volatile ConcurrentMap<FormId, Long> newer = new ConcurrentHashMap<>();
    private volatile ConcurrentMap<FormId, Long> older = new ConcurrentHashMap<>();

    boolean contains(FormId id, long now) {
        return now < Math.max(newer.getOrDefault(id, 0L), older.getOrDefault(id, 0L));
    }

    void add(FormId id, long now) {
        if (newer.size() >= HALF) {
            makeRoom();
        }
        newer.put(id, now + KEPT_MILLIS);
    }

    void remove(FormId id) {
        // Between the two, an id may move from the newer half to the older one, never back.
        newer.remove(id);
        older.remove(id);
    }

    private synchronized void makeRoom() {
        if (newer.size() >= HALF) {
            older = newer;
            newer = new ConcurrentHashMap<>();
        }
    }
}
