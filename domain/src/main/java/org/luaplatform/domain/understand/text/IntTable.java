package org.luaplatform.domain.understand.text;

/// Finds the place of a feature among a model's features: open addressing over plain numbers, because a text asks it
/// hundreds of times. Never changes once it is made.
final class IntTable {

    static final int ABSENT = -1;

    private final int[] keys;
    private final int[] values;
    private final int mask;

    /// @param keys distinct; the place of each is its value
    IntTable(int[] keys) {
        int capacity = Integer.highestOneBit(Math.max(keys.length, 2) * 2 - 1) * 2;
        this.keys = new int[capacity];
        this.values = new int[capacity];
        this.mask = capacity - 1;
        for (int place = 0; place < keys.length; place++) {
            int slot = slotOf(keys[place]);
            this.keys[slot] = keys[place];
            this.values[slot] = place + 1;
        }
    }

    /// The place of `key`, or [#ABSENT].
    int placeOf(int key) {
        return values[slotOf(key)] - 1;
    }

    private int slotOf(int key) {
        int slot = (key ^ (key >>> 15)) & mask;
        while (values[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
