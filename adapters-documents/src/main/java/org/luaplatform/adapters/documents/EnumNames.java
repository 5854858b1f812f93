package org.luaplatform.adapters.documents;

import java.util.Optional;
import java.util.stream.Stream;

/// Enum constants as documents and clients spell them: `NOT_ASSESSED` is `notAssessed`.
public final class EnumNames {

    private EnumNames() {}

    public static String of(Enum<?> constant) {
        var name = new StringBuilder();
        boolean begins = false;
        for (char letter : constant.name().toCharArray()) {
            if (letter != '_') {
                name.append(begins ? letter : Character.toLowerCase(letter));
            }
            begins = letter == '_';
        }
        return name.toString();
    }

    /// The constant that is spelt like this, if there is one.
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> of(constant).equals(name))
                .findFirst();
    }

    /// The constant that a document of ours names.
    ///
    /// @throws IllegalStateException if it names none
    public static <E extends Enum<E>> E read(Document document, String field, Class<E> type) {
        String name = document.text(field);
        return find(type, name).orElseThrow(() -> document.malformed(field, "is unknown: " + name));
    }
}
