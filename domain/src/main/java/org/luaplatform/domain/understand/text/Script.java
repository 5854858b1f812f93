package org.luaplatform.domain.understand.text;

/// Ways of writing, as far as they tell languages apart.
enum Script {
    LATIN(""),
    CYRILLIC(""),
    ARABIC(""),
    HEBREW("he"),
    GREEK("el"),
    DEVANAGARI("hi"),
    BENGALI("bn"),
    GURMUKHI("pa"),
    GUJARATI("gu"),
    TAMIL("ta"),
    TELUGU("te"),
    KANNADA("kn"),
    MALAYALAM("ml"),
    SINHALA("si"),
    THAI("th"),
    LAO("lo"),
    MYANMAR("my"),
    KHMER("km"),
    GEORGIAN("ka"),
    ARMENIAN("hy"),
    AMHARIC("am"),
    HANGUL("ko"),
    KANA("ja"),
    HAN("zh"),
    OTHER("");

    private static final Script[] ALL = values();

    private final String language;

    Script(String language) {
        this.language = language;
    }

    static int count() {
        return ALL.length;
    }

    @SuppressWarnings("EnumOrdinal") // the place in an array is all that it is
    int place() {
        return ordinal();
    }

    static Script at(int ordinal) {
        return ALL[ordinal];
    }

    /// The one language that we know to be written so, or "" where several are.
    String language() {
        return language;
    }

    static Script of(int codePoint) {
        if (codePoint < 0x370) {
            return LATIN;
        }
        return switch (Character.UnicodeScript.of(codePoint)) {
            case LATIN -> LATIN;
            case CYRILLIC -> CYRILLIC;
            case ARABIC -> ARABIC;
            case HEBREW -> HEBREW;
            case GREEK -> GREEK;
            case DEVANAGARI -> DEVANAGARI;
            case BENGALI -> BENGALI;
            case GURMUKHI -> GURMUKHI;
            case GUJARATI -> GUJARATI;
            case TAMIL -> TAMIL;
            case TELUGU -> TELUGU;
            case KANNADA -> KANNADA;
            case MALAYALAM -> MALAYALAM;
            case SINHALA -> SINHALA;
            case THAI -> THAI;
            case LAO -> LAO;
            case MYANMAR -> MYANMAR;
            case KHMER -> KHMER;
            case GEORGIAN -> GEORGIAN;
            case ARMENIAN -> ARMENIAN;
            case ETHIOPIC -> AMHARIC;
            case HANGUL -> HANGUL;
            case HIRAGANA, KATAKANA -> KANA;
            case HAN -> HAN;
            default -> OTHER;
        };
    }
}
