package org.luaplatform.adapters.documents;

import java.util.Locale;

/// Enum constants as documents spell them: `NOT_ASSESSED` is `notAssessed`.
public final class EnumText {

    private EnumText() {}

    public static String of(Enum<?> constant) {
        String name = constant.name();
        var text = new StringBuilder(name.length());
        boolean upper = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                upper = true;
            } else {
                text.append(upper ? c : Character.toLowerCase(c));
                upper = false;
            }
        }
        return text.toString();
    }

    /// The constant that [#of] spells so.
    ///
    /// @throws IllegalArgumentException if there is none
    public static <E extends Enum<E>> E to(Class<E> type, String text) {
        var name = new StringBuilder(text.length() + 4);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isUpperCase(c)) {
                name.append('_');
            }
            name.append(c);
        }
        return Enum.valueOf(type, name.toString().toUpperCase(Locale.ROOT));
    }
}
