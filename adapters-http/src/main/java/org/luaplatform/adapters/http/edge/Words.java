package org.luaplatform.adapters.http.edge;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luaplatform.adapters.documents.EnumText;

/// The words that clients read and write for our enumerations: `NOT_ASSESSED` is `notAssessed`.
public final class Words {

    private Words() {}

    public static String of(Enum<?> constant) {
        return EnumText.of(constant);
    }

    /// The constant that a stranger names, if there is one.
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String text) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> of(constant).equals(text))
                .findFirst();
    }

    /// What to say to somebody who wrote none of them.
    public static <E extends Enum<E>> String rule(Class<E> type) {
        return Stream.of(type.getEnumConstants())
                .map(Words::of)
                .collect(Collectors.joining(", ", "must be one of ", ""));
    }
}
