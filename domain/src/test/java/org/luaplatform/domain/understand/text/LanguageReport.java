package org.luaplatform.domain.understand.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Measures the language detector on the test data of the lingua project (a file per language, a text per line), none
/// of which
/// went into the profiles, and on what the labelled sets hold. How to run it: docs/understanding.md.
final class LanguageReport {

    private static final List<String> KINDS = List.of("sentences", "word-pairs", "single-words");

    /// Both written forms of Norwegian are `no` to us.
    private static final Map<String, String> OURS = Map.of("nb", "no", "nn", "no");

    private static final List<String> BY_SCRIPT =
            List.of("he", "el", "hi", "bn", "th", "ko", "ja", "zh", "ta", "te", "ka", "hy");

    private final LanguageDetector detector = new LanguageDetector(LanguageProfiles.load());

    private LanguageReport() {}

    public static void main(String[] arguments) throws IOException {
        LanguageReport report = new LanguageReport();
        for (String kind : KINDS) {
            System.out.println(kind);
            for (String language : List.of(
                    "en", "fr", "de", "es", "it", "pt", "nl", "id", "sv", "da", "nb", "pl", "tr", "fi", "cs", "ro",
                    "hu", "vi", "hr", "tl", "ru", "uk", "bg", "sr", "ar", "fa", "ur")) {
                report.measure(Path.of(arguments[0], kind, language + ".txt"), language);
            }
            for (String language : BY_SCRIPT) {
                report.measure(Path.of(arguments[0], kind, language + ".txt"), language);
            }
        }
        System.out.println("labelled sets");
        for (Corpus corpus : Corpus.values()) {
            List<String> texts = corpus.heldOut(Path.of(arguments[1])).stream()
                    .map(Corpus.Row::text)
                    .toList();
            report.print(corpus.file(), corpus.language(), texts);
        }
    }

    private void measure(Path file, String language) throws IOException {
        if (Files.exists(file)) {
            print(language, OURS.getOrDefault(language, language), Files.readAllLines(file));
        }
    }

    private void print(String name, String expected, List<String> texts) {
        Map<String, Integer> found = new HashMap<>();
        for (String text : texts) {
            found.merge(
                    detector.detect(Tokenizer.tokenize(text), Optional.empty()).tag(), 1, Integer::sum);
        }
        double all = texts.size();
        double right = found.getOrDefault(expected, 0) / all;
        double unknown = found.getOrDefault("und", 0) / all;
        System.out.printf(
                Locale.ROOT,
                "  %-20s right %.3f, not known %.3f, wrong %.3f%n",
                name,
                right,
                unknown,
                1 - right - unknown);
    }
}
