package org.luaplatform.domain.understand.text;

import java.util.List;

/// What the good and the bad words of a text add up to, with negation, emphasis and pictographs counted in.
///
/// @param good the sum of what is good, 0 or more
/// @param bad the sum of what is bad, 0 or less
/// @param best the strongest good word, or 0
/// @param worst the strongest bad word, or 0
record Balance(
        double good,
        double bad,
        int goodWords,
        int badWords,
        double firstSentence,
        double lastSentence,
        double best,
        double worst) {

    private static final double NEGATED = -0.74;
    private static final double BOOSTED = 1.3;
    private static final double DAMPED = 0.7;
    private static final double PICTOGRAPH = 2;

    /// A negator weakens a judgement even one word further than it negates a plain word: "not a very good one".
    private static final int REACH = Grammar.REACH_OF_A_NEGATOR + 1;

    static Balance of(List<Token> tokens, Grammar grammar, Polarity polarity) {
        Counter counter = new Counter();
        int reach = 0;
        double emphasis = 1;
        for (Token token : tokens) {
            switch (token.kind()) {
                case WORD -> {
                    String word = token.word();
                    boolean negates = grammar.negates(word);
                    if (!negates) {
                        counter.count(polarity.of(word) * emphasis * (reach > 0 ? NEGATED : 1));
                    }
                    reach = negates ? REACH : reach - 1;
                    emphasis = grammar.boosters().contains(word)
                            ? BOOSTED
                            : grammar.dampers().contains(word) ? DAMPED : 1;
                    if (grammar.contrasts().contains(word)) {
                        counter.endSentence();
                        reach = 0;
                    }
                }
                case EMOJI -> counter.count(worthOf(Emotions.feelingOf(token.word())));
                case SENTENCE -> {
                    counter.endSentence();
                    reach = 0;
                }
                case CLAUSE -> reach = 0;
                case NUMBER, PRIVATE -> {}
            }
        }
        counter.endSentence();
        return counter.balance();
    }

    private static double worthOf(Emotions.Feeling feeling) {
        return switch (feeling) {
            case GLAD -> PICTOGRAPH;
            case SAD -> -PICTOGRAPH;
            case UNCLEAR -> 0;
        };
    }

    private static final class Counter {

        private double good;
        private double bad;
        private int goodWords;
        private int badWords;
        private double first;
        private double last;
        private double current;
        private double best;
        private double worst;

        void count(double worth) {
            current += worth;
            if (worth > 0) {
                good += worth;
                goodWords++;
                best = Math.max(best, worth);
            } else if (worth < 0) {
                bad += worth;
                badWords++;
                worst = Math.min(worst, worth);
            }
        }

        void endSentence() {
            if (current != 0) {
                first = first == 0 ? current : first;
                last = current;
                current = 0;
            }
        }

        Balance balance() {
            return new Balance(good, bad, goodWords, badWords, first, last, best, worst);
        }
    }
}
