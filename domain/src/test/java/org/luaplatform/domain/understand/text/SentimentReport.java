package org.luaplatform.domain.understand.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.luaplatform.domain.understand.Sentiment;
import org.luaplatform.domain.understand.SentimentLabel;

/// Measures the sentiment models on texts that they have not learnt from. How to run it: docs/understanding.md.
final class SentimentReport {

    private static final Polarity LEXICON = Polarity.load("en");
    private static final double EVEN = 0.2;

    private SentimentReport() {}

    public static void main(String[] arguments) throws IOException {
        Path corpora = Path.of(arguments[0]);
        for (String language : List.of("en", "id", "ar")) {
            System.out.println("Shipped model, " + language + ", on the held-out fifth");
            SentimentJudge judge = judge(language);
            for (Corpus corpus : corporaOf(language)) {
                report(corpus, judge, corpus.heldOut(corpora));
            }
        }
        for (Corpus left : corporaOf("en")) {
            List<Corpus> others = corporaOf("en").stream()
                    .filter(corpus -> corpus != left && !(isNhs(corpus) && isNhs(left)))
                    .toList();
            System.out.println("Without " + left.file() + " (trained on " + others + ")");
            byte[] bytes = SentimentTraining.model("en", others, SentimentTraining.LARGEST_OF_ENGLISH, corpora);
            SentimentModel model = SentimentModel.read(ByteBuffer.wrap(bytes));
            report(left, new SentimentJudge(SentimentReader.load("en"), model), left.heldOut(corpora));
        }
    }

    static SentimentJudge judge(String language) {
        return new SentimentJudge(SentimentReader.load(language), SentimentModel.load(language));
    }

    private static List<Corpus> corporaOf(String language) {
        return Stream.of(Corpus.values())
                .filter(corpus -> corpus.language().equals(language))
                .toList();
    }

    private static boolean isNhs(Corpus corpus) {
        return corpus == Corpus.NHS_FRIENDS_AND_FAMILY || corpus == Corpus.NHS_EARLIER_LABELS;
    }

    private static void report(Corpus corpus, SentimentJudge judge, List<Corpus.Row> rows) {
        Confusion all = new Confusion();
        Confusion alone = new Confusion();
        Confusion lexicon = new Confusion();
        for (Corpus.Row row : rows) {
            List<Token> tokens = Tokenizer.tokenize(row.text());
            all.count(row.tone(), judge.judge(tokens, Tokenizer.tokenize(row.question())));
            lexicon.count(row.tone(), ofLexicon(tokens));
            if (!row.question().isEmpty()
                    && tokens.stream().filter(Token::isWord).count() >= 3) {
                alone.count(row.tone(), judge.judge(tokens, List.of()));
            }
        }
        System.out.printf("  %-22s %s%n", corpus.file(), all);
        if (corpus.language().equals("en")) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-22s accuracy=%.3f macro-F1=%.3f%n",
                    " lexicon alone",
                    lexicon.accuracy(),
                    lexicon.macroF1());
        }
        if (alone.size() > 0) {
            System.out.printf("  %-22s %s%n", " ≥ 3 words, no question", alone);
        }
    }

    /// The simplest judge to beat: more good words, or more bad ones?
    private static Sentiment ofLexicon(List<Token> tokens) {
        Balance balance = Balance.of(tokens, Grammar.load("en"), LEXICON);
        double sum = balance.good() + balance.bad();
        SentimentLabel label = Math.abs(sum) < EVEN
                ? SentimentLabel.NEUTRAL
                : sum > 0 ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE;
        return new Sentiment(label, 0, 1);
    }

    /// How often each tone was taken for each, and how honest the confidence was.
    static final class Confusion {

        private static final int BINS = 10;

        private final int[][] counts = new int[Tone.count()][Tone.count()];
        private final double[] confidence = new double[BINS];
        private final int[] right = new int[BINS];
        private final int[] binned = new int[BINS];
        private int unassessed;

        void count(Tone expected, Sentiment sentiment) {
            if (!sentiment.isAssessed()) {
                unassessed++;
                counts[expected.place()][Tone.NEUTRAL.place()]++;
                return;
            }
            counts[expected.place()][Tone.labelled(sentiment.label().name()).place()]++;
            int bin = (int) Math.min(BINS - 1, sentiment.confidence() * BINS);
            binned[bin]++;
            confidence[bin] += sentiment.confidence();
            right[bin] += sentiment.label() == expected.label() ? 1 : 0;
        }

        int size() {
            int size = 0;
            for (int[] row : counts) {
                for (int count : row) {
                    size += count;
                }
            }
            return size;
        }

        double accuracy() {
            int right = 0;
            for (int tone = 0; tone < counts.length; tone++) {
                right += counts[tone][tone];
            }
            return (double) right / size();
        }

        /// What always naming the most frequent tone would reach.
        double baseline() {
            int most = 0;
            for (int tone = 0; tone < counts.length; tone++) {
                most = Math.max(most, total(tone));
            }
            return (double) most / size();
        }

        /// The mean over the tones that occur.
        double macroF1() {
            double sum = 0;
            int tones = 0;
            for (int tone = 0; tone < counts.length; tone++) {
                if (total(tone) > 0) {
                    sum += f1(tone);
                    tones++;
                }
            }
            return sum / tones;
        }

        private double f1(int tone) {
            int named = 0;
            for (int[] row : counts) {
                named += row[tone];
            }
            return 2.0 * counts[tone][tone] / Math.max(1, total(tone) + named);
        }

        private int total(int tone) {
            int total = 0;
            for (int count : counts[tone]) {
                total += count;
            }
            return total;
        }

        /// The mean gap between confidence and being right.
        double calibrationError() {
            double error = 0;
            for (int bin = 0; bin < BINS; bin++) {
                error += Math.abs(confidence[bin] - right[bin]);
            }
            return error / size();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "n=%d accuracy=%.3f (always the most frequent: %.3f) macro-F1=%.3f F1 neg/neu/pos=%.3f/%.3f/%.3f"
                            + " calibration error=%.3f not assessed=%d",
                    size(),
                    accuracy(),
                    baseline(),
                    macroF1(),
                    f1(0),
                    f1(1),
                    f1(2),
                    calibrationError(),
                    unassessed);
        }
    }
}
