package org.luaplatform.domain.understand.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A resource of lines like `label: some words`. Lines of the same label add up.
final class LabelledLists {

    private final Map<String, Set<String>> lists = new HashMap<>();

    private LabelledLists() {}

    static LabelledLists read(String resource) {
        LabelledLists read = new LabelledLists();
        for (String line : Resources.lines(resource)) {
            int colon = line.indexOf(':');
            read.lists
                    .computeIfAbsent(line.substring(0, colon), _ -> new HashSet<>())
                    .addAll(Resources.parts(line.substring(colon + 1), ' '));
        }
        return read;
    }

    Set<String> of(String label) {
        return lists.getOrDefault(label, Set.of());
    }

    boolean listed(String word) {
        return lists.values().stream().anyMatch(words -> words.contains(word));
    }
}
