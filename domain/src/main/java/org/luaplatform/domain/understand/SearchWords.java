package org.luaplatform.domain.understand;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.luaplatform.domain.learn.Answers;

/// The words by which feedback is found. Stores index these and look up these, so that a search finds the same
/// whatever the store makes of case, accents and punctuation by itself.
public final class SearchWords {

    /// What follows is cut off, from texts and queries alike: nobody searches by more, and indexes have bounds.
    private static final int LONGEST = 64;

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");

    /// The general categories of letters, marks and numbers, one bit for each.
    private static final int IN_WORDS = bits(
            Character.UPPERCASE_LETTER,
            Character.LOWERCASE_LETTER,
            Character.TITLECASE_LETTER,
            Character.MODIFIER_LETTER,
            Character.OTHER_LETTER,
            Character.NON_SPACING_MARK,
            Character.ENCLOSING_MARK,
            Character.COMBINING_SPACING_MARK,
            Character.DECIMAL_DIGIT_NUMBER,
            Character.LETTER_NUMBER,
            Character.OTHER_NUMBER);

    private SearchWords() {}

    /// The words of `text`, each once: runs of letters and digits in lower case and without accents, at most 64
    /// characters (UTF-16 units) of each.
    public static NavigableSet<String> of(String text) {
        String plain = withoutAccents(text.toLowerCase(Locale.ROOT));
        NavigableSet<String> words = new TreeSet<>();
        int start = -1;
        for (int i = 0; i < plain.length(); ) {
            int point = plain.codePointAt(i);
            if (isInWord(point)) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                words.add(cut(plain, start, i));
                start = -1;
            }
            i += Character.charCount(point);
        }
        if (start >= 0) {
            words.add(cut(plain, start, plain.length()));
        }
        return Collections.unmodifiableNavigableSet(words);
    }

    private static String withoutAccents(String text) {
        if (text.chars().allMatch(SearchWords::isPlain)) {
            return text;
        }
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return Normalizer.normalize(ACCENTS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
    }

    /// ASCII, and the dashes and quotation marks that keyboards put into it: most texts are nothing else, and have no
    /// accents to look for.
    private static boolean isPlain(int unit) {
        return unit < 0x80 || (unit >= 0x2010 && unit < 0x2030);
    }

    private static String cut(String text, int start, int end) {
        return text.substring(start, Math.min(end, start + LONGEST));
    }

    private static boolean isInWord(int point) {
        return (IN_WORDS >>> Character.getType(point) & 1) != 0;
    }

    private static int bits(int... categories) {
        return Arrays.stream(categories).map(category -> 1 << category).reduce(0, (one, other) -> one | other);
    }

    /// The words of everything that the respondent wrote.
    public static NavigableSet<String> of(Answers answers) {
        return of(String.join("\n", answers.words().values()));
    }

    /// Whether each of the words `wanted` is the beginning of one of `words`.
    static boolean areFound(NavigableSet<String> wanted, NavigableSet<String> words) {
        return wanted.stream().allMatch(beginning -> {
            String candidate = words.ceiling(beginning);
            return candidate != null && candidate.startsWith(beginning);
        });
    }
}
