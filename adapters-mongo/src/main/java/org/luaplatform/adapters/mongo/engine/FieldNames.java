package org.luaplatform.adapters.mongo.engine;

/// Names of fields as MongoDB takes them. A dot would be a step into a document and a dollar sign an operator, so
/// both are written as `%2E` and `%24`, a percent sign as `%25`, and the character that ends names in BSON as
/// `%00`.
public final class FieldNames {

    private FieldNames() {}

    public static String escape(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (isSpecial(name.charAt(i))) {
                return escapeFrom(i, name);
            }
        }
        return name;
    }

    private static String escapeFrom(int first, String name) {
        var escaped = new StringBuilder(name.length() + 8).append(name, 0, first);
        for (int i = first; i < name.length(); i++) {
            char c = name.charAt(i);
            switch (c) {
                case '.' -> escaped.append("%2E");
                case '$' -> escaped.append("%24");
                case '%' -> escaped.append("%25");
                case '\0' -> escaped.append("%00");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    static String unescape(String name) {
        return name.indexOf('%') < 0
                ? name
                : name.replace("%2E", ".")
                        .replace("%24", "$")
                        .replace("%00", "\0")
                        .replace("%25", "%");
    }

    private static boolean isSpecial(char c) {
        return c == '.' || c == '$' || c == '%' || c == '\0';
    }
}
