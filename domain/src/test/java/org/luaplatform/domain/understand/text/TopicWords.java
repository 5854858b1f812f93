package org.luaplatform.domain.understand.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Counts which words of the English sets people use as nouns: after an article, a possessive or a preposition and
/// before the end
/// of a phrase, rather than after a pronoun or an auxiliary. The lists "topic" and "opinion" of vocabulary-en.txt were
/// drawn
/// from what it prints, and sorted by hand.
final class TopicWords {

    private static final Set<String> BEFORE_NOUNS = Set.of(
            "the", "a", "an", "my", "your", "our", "their", "his", "her", "this", "that", "these", "those", "no",
            "some", "any", "of", "more", "other", "less", "for", "with", "in", "at", "on", "by", "from");

    private static final Set<String> BEFORE_OTHERS = Set.of(
            "i", "we", "they", "he", "she", "you", "to", "not", "was", "is", "were", "be", "been", "being", "are",
            "very", "so", "really", "too", "who", "which", "would", "could", "will", "can", "should", "don't", "didn't",
            "it", "have", "had", "has", "am", "i'm", "it's", "just", "never", "always", "seems", "seem", "looks",
            "feel", "feels", "felt");

    private static final int LEAST_USES = 12;

    private TopicWords() {}

    private static final class Uses {

        private int all;
        private int asNoun;
        private int asOther;

        double chanceOfNoun() {
            return (asNoun + 1.0) / (asNoun + asOther + 2);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Vocabulary vocabulary = Vocabulary.load("en", Polarity.NONE);
        Map<String, Uses> words = new TreeMap<>();
        for (Corpus corpus : Corpus.values()) {
            if (corpus.language().equals("en")) {
                for (Corpus.Row row : corpus.training(Path.of(arguments[0]))) {
                    count(Tokenizer.tokenize(row.text()), vocabulary.stopWords(), words);
                }
            }
        }
        words.forEach((word, uses) -> {
            if (uses.all >= LEAST_USES && !vocabulary.stopWords().contains(word)) {
                System.out.printf(Locale.ROOT, "%.2f %d %s%n", uses.chanceOfNoun(), uses.all, word);
            }
        });
    }

    private static void count(List<Token> tokens, Set<String> stopWords, Map<String, Uses> words) {
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.isWord()) {
                Uses uses = words.computeIfAbsent(token.word(), _ -> new Uses());
                String before = at > 0 ? tokens.get(at - 1).word() : "";
                boolean endsPhrase = at + 1 == tokens.size()
                        || !tokens.get(at + 1).isWord()
                        || stopWords.contains(tokens.get(at + 1).word());
                uses.all++;
                uses.asNoun += BEFORE_NOUNS.contains(before) && endsPhrase ? 1 : 0;
                uses.asOther += BEFORE_OTHERS.contains(before) ? 1 : 0;
            }
        }
    }
}
