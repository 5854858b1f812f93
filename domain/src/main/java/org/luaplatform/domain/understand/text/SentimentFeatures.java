package org.luaplatform.domain.understand.text;

import java.util.Arrays;
import java.util.List;

/// What a [SentimentModel] sees of a text: numbers that stand for words, pairs of words, negated words and the like.
///
/// The same code serves the training and the reading, so a model never sees what it was not taught.
final class SentimentFeatures {

    /// What a feature is about. The names are part of every stored model.
    private enum About {
        WORD,
        PAIR,
        NEGATED,
        BEFORE_CONTRAST,
        AFTER_CONTRAST,
        LETTERS,
        FEELING,
        PICTOGRAPH,
        NUMBER,
        SIGN,
        LENGTH,
        QUESTION,
        QUESTION_AND_LENGTH,
        SHORT_ANSWER,
        FIRST_WORD,
        ONLY_WORD,
        BALANCE,
        GOOD,
        BAD,
        COUNTS,
        LAST_SENTENCE,
        FIRST_SENTENCE,
        QUESTION_AND_BALANCE,
        BEST,
        WORST;

        private final int number = Hashes.of(name());
    }

    private static final int TEXT_EDGE = 1;
    private static final int SOME_NUMBER = 3;
    private static final int SHORT_ANSWER = 6;
    private static final int SHORTEST_LETTERS = 3;
    private static final int LONGEST_LETTERS = 5;

    private final Grammar grammar;
    private final Polarity polarity;
    private final boolean lettersToo;

    private int[] features = new int[256];
    private int size;

    /// @param lettersToo whether parts of words count: they help where a word has many forms, or many spellings
    SentimentFeatures(Grammar grammar, Polarity polarity, boolean lettersToo) {
        this.grammar = grammar;
        this.polarity = polarity;
        this.lettersToo = lettersToo;
    }

    static int word(String word) {
        return feature(About.WORD, Hashes.of(word));
    }

    /// All features of a text, each once, in ascending order.
    int[] of(List<Token> tokens, QuestionKind question) {
        size = 0;
        int words = words(tokens);
        question(tokens, question, words);
        if (polarity != Polarity.NONE) {
            balance(Balance.of(tokens, grammar, polarity), question);
        }
        return distinct();
    }

    private int words(List<Token> tokens) {
        int contrast = lastContrast(tokens);
        int previous = TEXT_EDGE;
        int reach = 0;
        int words = 0;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            switch (token.kind()) {
                case WORD -> {
                    int hash = Hashes.of(token.word());
                    add(About.WORD, hash);
                    add(About.PAIR, Hashes.mix(previous, hash));
                    if (reach > 0) {
                        add(About.NEGATED, hash);
                    }
                    if (contrast >= 0) {
                        add(at > contrast ? About.AFTER_CONTRAST : About.BEFORE_CONTRAST, hash);
                    }
                    if (lettersToo) {
                        letters(token.word());
                    }
                    reach = grammar.negates(token.word()) ? Grammar.REACH_OF_A_NEGATOR : reach - 1;
                    previous = hash;
                    words++;
                }
                case NUMBER -> {
                    add(About.NUMBER, 0);
                    previous = SOME_NUMBER;
                }
                case EMOJI -> {
                    add(
                            About.FEELING,
                            Hashes.of(Emotions.feelingOf(token.word()).name()));
                    add(About.PICTOGRAPH, Hashes.of(token.word()));
                }
                case CLAUSE, SENTENCE -> {
                    reach = 0;
                    if (token.word().equals("!") || token.word().equals("?")) {
                        add(About.SIGN, token.word().charAt(0));
                    }
                }
                case PRIVATE -> {}
            }
        }
        add(About.PAIR, Hashes.mix(previous, TEXT_EDGE));
        return words;
    }

    private int lastContrast(List<Token> tokens) {
        for (int at = tokens.size() - 1; at >= 0; at--) {
            if (grammar.contrasts().contains(tokens.get(at).word())) {
                return at;
            }
        }
        return -1;
    }

    private void letters(String word) {
        String framed = "^" + word + "$";
        for (int length = SHORTEST_LETTERS; length <= LONGEST_LETTERS; length++) {
            for (int start = 0; start + length <= framed.length(); start++) {
                add(About.LETTERS, Hashes.of(framed, start, start + length));
            }
        }
    }

    private void question(List<Token> tokens, QuestionKind question, int words) {
        int length = 32 - Integer.numberOfLeadingZeros(Math.min(Math.max(words, 1) - 1, 64));
        add(About.LENGTH, length);
        add(About.QUESTION, question.number());
        add(About.QUESTION_AND_LENGTH, Hashes.mix(question.number(), length));
        boolean first = true;
        for (Token token : tokens) {
            if (token.isWord()) {
                int hash = Hashes.mix(question.number(), Hashes.of(token.word()));
                if (first) {
                    add(words == 1 ? About.ONLY_WORD : About.FIRST_WORD, hash);
                }
                if (words > SHORT_ANSWER) {
                    return;
                }
                add(About.SHORT_ANSWER, hash);
                first = false;
            }
        }
    }

    private void balance(Balance balance, QuestionKind question) {
        int sum = grade(balance.good() + balance.bad());
        add(About.BALANCE, sum);
        add(About.QUESTION_AND_BALANCE, Hashes.mix(question.number(), sum));
        add(About.GOOD, grade(balance.good()));
        add(About.BAD, grade(balance.bad()));
        add(About.COUNTS, Math.min(balance.goodWords(), 4) * 5 + Math.min(balance.badWords(), 4));
        add(About.LAST_SENTENCE, grade(balance.lastSentence()));
        add(About.FIRST_SENTENCE, grade(balance.firstSentence()));
        add(About.BEST, grade(balance.best()));
        add(About.WORST, grade(balance.worst()));
    }

    /// −5 to 5; strong sums differ little, as they do to a reader.
    private static int grade(double sum) {
        double squeezed = Math.abs(sum) / Math.sqrt(sum * sum + 15);
        int grade = squeezed == 0 ? 0 : 1 + (int) Math.min(4, squeezed * 5);
        return sum < 0 ? -grade : grade;
    }

    private void add(About about, int what) {
        if (size == features.length) {
            features = Arrays.copyOf(features, size * 2);
        }
        features[size++] = feature(about, what);
    }

    private static int feature(About about, int what) {
        return Hashes.mix(about.number, what);
    }

    private int[] distinct() {
        int[] all = Arrays.copyOf(features, size);
        Arrays.sort(all);
        int kept = 0;
        for (int at = 0; at < all.length; at++) {
            if (at == 0 || all[at] != all[at - 1]) {
                all[kept++] = all[at];
            }
        }
        return Arrays.copyOf(all, kept);
    }
}
