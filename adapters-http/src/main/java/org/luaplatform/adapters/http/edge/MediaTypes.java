package org.luaplatform.adapters.http.edge;

import java.util.Locale;

/// What clients send and accept, as far as it decides anything here.
final class MediaTypes {

    static final String JSON = "application/json";

    private MediaTypes() {}

    /// Whether a body of this `Content-Type` is JSON in UTF-8.
    static boolean isJson(String contentType) {
        String[] parts = contentType.split(";", -1);
        if (!parts[0].strip().equalsIgnoreCase(JSON)) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT).replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }

    /// Whether somebody who sends this `Accept` header takes `type`. Ranges that are not well formed count for
    /// nothing, and the most telling range decides.
    static boolean accepts(String accept, String type) {
        String group = type.substring(0, type.indexOf('/')) + "/*";
        int best = -1;
        boolean taken = false;
        for (String range : accept.split(",", -1)) {
            String[] parts = range.split(";", -1);
            String name = parts[0].strip().toLowerCase(Locale.ROOT);
            int telling = name.equals(type) ? 2 : name.equals(group) ? 1 : name.equals("*/*") ? 0 : -1;
            if (telling > best) {
                best = telling;
                taken = !isRefused(parts);
            }
        }
        return taken;
    }

    private static boolean isRefused(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=0") && parameter.substring(3).chars().allMatch(c -> c == '.' || c == '0')) {
                return true;
            }
        }
        return false;
    }
}
