package org.luaplatform.domain.understand.text;

/// What the beginning and the end of a word give away, without a dictionary.
final class Affixes {

    private Affixes() {}

    /// Whether the word is most likely an adjective, an adverb or a form of a verb.
    static boolean showNoNoun(String language, String word) {
        return switch (language) {
            case "en" -> english(word);
            case "id" -> begins(word, 6, "di") || begins(word, 7, "mem", "men", "ber");
            case "fr" -> ends(word, 7, "ement", "euse");
            case "es", "pt", "it" -> ends(word, 8, "mente");
            default -> false;
        };
    }

    private static boolean english(String word) {
        if (word.indexOf('\'') >= 0) {
            return !word.endsWith("'s");
        }
        if (word.endsWith("eed")) {
            return false;
        }
        return ends(word, 5, "ed", "ly")
                || ends(word, 6, "ful", "ous", "less", "est")
                || ends(word, 7, "able", "ible", "ive", "ish");
    }

    private static boolean begins(String word, int shortest, String... beginnings) {
        for (String beginning : beginnings) {
            if (word.length() >= shortest && word.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private static boolean ends(String word, int shortest, String... endings) {
        for (String ending : endings) {
            if (word.length() >= shortest && word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /// The form under which equal words meet: without plural, ending or article. Light, so that it stays a word that
    /// one can read.
    static String stem(String language, String word) {
        return switch (language) {
            case "en" -> englishStem(word);
            case "fr" -> cut(elided(word), 3, "s", "x");
            case "es" -> cut(word, 3, "es", "s");
            case "pt" -> cut(word, 3, "s");
            case "it" -> cut(elided(word), 3, "i", "e", "a", "o");
            case "de" -> cut(word, 3, "en", "er", "e", "n", "s");
            case "nl" -> cut(word, 3, "en", "s");
            case "id" -> cut(word, 3, "nya", "lah", "ku");
            case "ar" -> arabicStem(word);
            default -> word;
        };
    }

    private static String englishStem(String word) {
        String single = singular(word.endsWith("'s") ? word.substring(0, word.length() - 2) : word);
        if (!ends(single, 7, "ing")) {
            return single;
        }
        String stem = single.substring(0, single.length() - 3);
        int last = stem.length() - 1;
        boolean doubled = stem.charAt(last) == stem.charAt(last - 1) && "flsz".indexOf(stem.charAt(last)) < 0;
        return doubled ? stem.substring(0, last) : stem;
    }

    private static String singular(String word) {
        int length = word.length();
        if (ends(word, 5, "ies")) {
            return word.substring(0, length - 3) + "y";
        }
        if (ends(word, 5, "sses", "ches", "shes", "xes")) {
            return word.substring(0, length - 2);
        }
        return ends(word, 4, "s") && !ends(word, 4, "ss", "us", "is") ? word.substring(0, length - 1) : word;
    }

    private static String arabicStem(String word) {
        String stem = word;
        for (String article : new String[] {"وال", "بال", "لل", "ال"}) {
            if (stem.startsWith(article) && stem.length() >= article.length() + 3) {
                stem = stem.substring(article.length());
                break;
            }
        }
        return cut(stem, 3, "ات", "هم", "ها", "ين", "ون", "ه");
    }

    /// The word without the article or conjunction that is written as one with it: "l'accueil", "والدخول".
    static String elided(String word) {
        if (word.length() >= 6 && word.startsWith("وال")) {
            return word.substring(1);
        }
        int apostrophe = word.indexOf('\'');
        return apostrophe >= 1 && apostrophe <= 4 && apostrophe < word.length() - 1
                ? word.substring(apostrophe + 1)
                : word;
    }

    private static String cut(String word, int shortest, String... endings) {
        for (String ending : endings) {
            if (word.endsWith(ending) && word.length() - ending.length() >= shortest) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
