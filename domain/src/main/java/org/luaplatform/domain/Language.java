package org.luaplatform.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/// A human language, by its BCP 47 tag in lower case: `en`, `pt-br`, or `und` when it is not known.
public record Language(String tag) {

    // First: the constants below are checked by it.
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}");

    public static final Language UNDETERMINED = new Language("und");
    public static final Language ENGLISH = new Language("en");

    public Language {
        tag = tag.toLowerCase(Locale.ROOT).replace('_', '-');
        if (!TAG.matcher(tag).matches()) {
            throw new Invalid(Pointer.ROOT, "must be a BCP 47 language tag such as en or pt-BR");
        }
    }

    /// Whether the tag is well formed, for input that is read field by field.
    public static boolean isTag(String tag) {
        return TAG.matcher(tag.toLowerCase(Locale.ROOT).replace('_', '-')).matches();
    }

    /// The language without script and region: `pt` of `pt-br`.
    public Language primary() {
        int dash = tag.indexOf('-');
        return dash < 0 ? this : new Language(tag.substring(0, dash));
    }

    @Override
    public String toString() {
        return tag;
    }
}
