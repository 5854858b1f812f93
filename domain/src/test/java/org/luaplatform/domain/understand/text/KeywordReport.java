package org.luaplatform.domain.understand.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.TextAnalyzer;

/// Shows what the labelled sets are about, and measures the keywords against the feature phrases that people marked in
/// app
/// reviews. How to run it: docs/understanding.md.
final class KeywordReport {

    private static final int SHOWN = 40;

    private final TextAnalyzer analyzer = new BuiltInAnalyzer();
    private final Vocabulary vocabulary = Vocabulary.load("en", Polarity.NONE);

    private KeywordReport() {}

    public static void main(String[] arguments) throws IOException {
        Path corpora = Path.of(arguments[0]);
        KeywordReport report = new KeywordReport();
        for (Corpus corpus : Corpus.values()) {
            report.show(corpus, corpus.heldOut(corpora));
        }
        report.measure(Csv.read(corpora.resolve("app_features_is22.csv")));
    }

    private void show(Corpus corpus, List<Corpus.Row> rows) {
        Map<String, Integer> uses = new HashMap<>();
        for (Corpus.Row row : rows) {
            keywords(row.text(), corpus.language()).forEach(keyword -> uses.merge(keyword.display(), 1, Integer::sum));
        }
        String top = uses.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        System.out.println(corpus.file() + ": " + top);
    }

    private void measure(List<Map<String, String>> rows) {
        Score ours = new Score();
        Score simplest = new Score();
        for (Map<String, String> row : rows) {
            String marked = row.getOrDefault("keywords", "");
            if (!marked.isEmpty()) {
                String text = row.getOrDefault("text", "");
                Set<String> gold = Resources.parts(marked, ';').stream()
                        .map(KeywordReport::stems)
                        .collect(Collectors.toSet());
                ours.count(
                        gold, keywords(text, "en").stream().map(Keyword::term).toList());
                simplest.count(gold, firstWords(text));
            }
        }
        System.out.println("app reviews, keywords:              " + ours);
        System.out.println("app reviews, first 5 content words: " + simplest);
    }

    private List<Keyword> keywords(String text, String language) {
        return analyzer.analyze(new TextAnalyzer.Passage(text, Optional.of(new Language(language)), Optional.empty()))
                .keywords();
    }

    private static String stems(String phrase) {
        return Tokenizer.tokenize(phrase).stream()
                .map(token -> Affixes.stem("en", token.word()))
                .collect(Collectors.joining(" "));
    }

    private List<String> firstWords(String text) {
        return Tokenizer.tokenize(text).stream()
                .filter(token -> token.isWord() && !vocabulary.stopWords().contains(token.word()))
                .map(token -> Affixes.stem("en", token.word()))
                .distinct()
                .limit(KeywordExtractor.MOST)
                .toList();
    }

    /// How many of the marked phrases were found, whole or in part, and how many of the found ones touch a marked one.
    private static final class Score {

        private int marked;
        private int whole;
        private int part;
        private int found;
        private int touching;

        void count(Set<String> gold, List<String> terms) {
            Set<String> words = words(gold);
            Set<String> foundWords = words(new HashSet<>(terms));
            for (String phrase : gold) {
                marked++;
                whole += terms.contains(phrase) ? 1 : 0;
                part += words(Set.of(phrase)).stream().anyMatch(foundWords::contains) ? 1 : 0;
            }
            for (String term : terms) {
                found++;
                touching += words(Set.of(term)).stream().anyMatch(words::contains) ? 1 : 0;
            }
        }

        private static Set<String> words(Set<String> phrases) {
            return phrases.stream()
                    .flatMap(phrase -> Resources.parts(phrase, ' ').stream())
                    .collect(Collectors.toSet());
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "marked %d, found whole %.3f, found in part %.3f; found %d, of them touching a marked one %.3f",
                    marked,
                    (double) whole / marked,
                    (double) part / marked,
                    found,
                    (double) touching / found);
        }
    }
}
