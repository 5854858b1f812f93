package org.luaplatform.domain.understand;

import java.text.Normalizer;
import java.util.Collections;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.luaplatform.domain.learn.Answers;

/// The words by which feedback is found. Stores index these and look up these, so that a search finds the same
/// whatever the store makes of case, accents and punctuation by itself.
public final class SearchWords {

    /// What follows is cut off, from texts and queries alike: nobody searches by more, and indexes have bounds.
    private static final int LONGEST = 64;

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    private SearchWords() {}

    /// The words of `text`, each once: runs of letters and digits in lower case and without accents, at most 64
    /// characters (UTF-16 units) of each.
    public static NavigableSet<String> of(String text) {
        String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        String plain = Normalizer.normalize(ACCENTS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
        NavigableSet<String> words = new TreeSet<>();
        WORD.matcher(plain)
                .results()
                .map(MatchResult::group)
                .map(word -> word.length() <= LONGEST ? word : word.substring(0, LONGEST))
                .forEach(words::add);
        return Collections.unmodifiableNavigableSet(words);
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
