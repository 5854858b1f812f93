package org.luaplatform.domain.understand.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.luaplatform.domain.understand.Sentiment;

/// Makes the `sentiment-*.bin` of labelled feedback. How to run it, and what came out: docs/understanding.md.
///
/// Deterministic: the same texts give the same bytes.
final class SentimentTraining {

    static final int LARGEST_OF_ENGLISH = 60_000;

    private static final double PENALTY = 0.5;

    /// Rare tones count more than they occur, but not so much that they drown the others.
    private static final double BALANCE = 0.5;

    /// Added to the neutral tone, which the labels of stars and scores draw too narrow.
    private static final float NEUTRAL_BONUS = 0.2f;

    /// How much of an answer's weight goes to a copy of it without its question.
    private static final double WITHOUT_QUESTION = 0.3;

    private static final int WORDS_THAT_STAND_ALONE = 4;
    private static final int LEAST_TEXTS = 2;
    private static final double WEIGHT_OF_A_PROTOTYPE = 1;
    private static final Map<Corpus, Double> WEIGHTS = Map.of(Corpus.CLOTHING_SHOP, 0.4);

    private static final class Text {

        private final int[] features;
        private final Tone tone;
        private final double weight;
        private final int part;

        Text(int[] features, Tone tone, double weight, int part) {
            this.features = features;
            this.tone = tone;
            this.weight = weight;
            this.part = part;
        }
    }

    private final SentimentReader reader;
    private final int largest;
    private final List<Text> texts = new ArrayList<>();

    private SentimentTraining(String language, int largest) {
        this.reader = SentimentReader.load(language);
        this.largest = largest;
    }

    public static void main(String[] arguments) throws IOException {
        Path corpora = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        train("en", List.of(Corpus.values()), LARGEST_OF_ENGLISH, corpora, target);
        train("id", List.of(Corpus.values()), 22_000, corpora, target);
        train("ar", List.of(Corpus.values()), 22_000, corpora, target);
    }

    private static void train(String language, List<Corpus> from, int largest, Path corpora, Path target)
            throws IOException {
        byte[] model = model(language, from, largest, corpora);
        Files.write(target.resolve("sentiment-" + language + ".bin"), model);
        System.out.printf("sentiment-%s.bin: %,d bytes%n", language, model.length);
    }

    /// A model of the training parts of those of the corpora that are written in the language.
    static byte[] model(String language, List<Corpus> from, int largest, Path corpora) throws IOException {
        SentimentTraining training = new SentimentTraining(language, largest);
        training.addPrototypes(language);
        Set<String> seen = new HashSet<>();
        for (Corpus corpus : from) {
            if (corpus.language().equals(language)) {
                training.add(corpus.training(corpora), WEIGHTS.getOrDefault(corpus, 1.0), seen);
            }
        }
        return training.model();
    }

    /// Texts of two sets count once, with the label of the set that comes first.
    private void add(List<Corpus.Row> rows, double weight, Set<String> seen) {
        int[] counts = new int[Tone.count()];
        rows.forEach(row -> counts[row.tone().place()]++);
        long tones = Arrays.stream(counts).filter(count -> count > 0).count();
        Set<String> own = new HashSet<>();
        for (Corpus.Row row : rows) {
            String key = row.question() + "\n" + row.normal();
            if (seen.contains(key)) {
                continue;
            }
            own.add(key);
            double share = weight
                    * Math.pow((double) rows.size() / tones / counts[row.tone().place()], BALANCE);
            List<Token> tokens = Tokenizer.tokenize(row.text());
            boolean standsAlone = !row.question().isEmpty()
                    && tokens.stream().filter(Token::isWord).count() >= WORDS_THAT_STAND_ALONE;
            texts.add(text(tokens, row, row.question(), standsAlone ? share * (1 - WITHOUT_QUESTION) : share));
            if (standsAlone) {
                texts.add(text(tokens, row, "", share * WITHOUT_QUESTION));
            }
        }
        seen.addAll(own);
    }

    private Text text(List<Token> tokens, Corpus.Row row, String question, double weight) {
        return new Text(reader.features(tokens, Tokenizer.tokenize(question)), row.tone(), weight, row.part());
    }

    /// Typical short texts, for what the sets lack: other trades, plain questions, pictographs.
    private void addPrototypes(String language) throws IOException {
        for (String line : Resources.lines("prototypes-" + language + ".txt")) {
            int first = line.indexOf('|');
            int second = line.indexOf('|', first + 1);
            Tone tone = Tone.labelled(line.substring(0, first).strip());
            List<Token> question = Tokenizer.tokenize(line.substring(first + 1, second));
            for (String phrase : Resources.parts(line.substring(second + 1), ',')) {
                List<Token> tokens = Tokenizer.tokenize(phrase);
                texts.add(new Text(reader.features(tokens, question), tone, WEIGHT_OF_A_PROTOTYPE, -1));
            }
        }
    }

    private byte[] model() {
        return fit(texts, temperature());
    }

    /// What makes the chances honest, found on texts that the model has not seen: for each part in turn, a model of
    /// the others.
    private float temperature() {
        double[] losses = new double[60];
        int[] parts = texts.stream()
                .mapToInt(text -> text.part)
                .filter(part -> part >= 0)
                .distinct()
                .sorted()
                .toArray();
        for (int part : parts) {
            List<Text> others = texts.stream().filter(text -> text.part != part).toList();
            byte[] model = fit(others, 1);
            for (int step = 0; step < losses.length; step++) {
                SentimentModel warm = SentimentModel.read(ByteBuffer.wrap(warmed(model, step)));
                for (Text text : texts) {
                    if (text.part == part) {
                        Sentiment sentiment = warm.judge(text.features);
                        boolean right = sentiment.label() == text.tone.label();
                        double chance = right ? sentiment.confidence() : 1 - sentiment.confidence();
                        losses[step] -= Math.log(Math.max(chance, 1e-9));
                    }
                }
            }
        }
        int best = 0;
        for (int step = 1; step < losses.length; step++) {
            best = losses[step] < losses[best] ? step : best;
        }
        return temperatureOf(best);
    }

    private static float temperatureOf(int step) {
        return 0.4f + 0.04f * step;
    }

    private static byte[] warmed(byte[] model, int step) {
        byte[] warmed = model.clone();
        ByteBuffer.wrap(warmed).putFloat(2 * Integer.BYTES, temperatureOf(step));
        return warmed;
    }

    private byte[] fit(List<Text> chosen, float temperature) {
        int[] features = frequent(chosen);
        IntTable places = new IntTable(features);
        List<LogisticRegression.Example> examples = chosen.stream()
                .map(text -> new LogisticRegression.Example(
                        Arrays.stream(text.features)
                                .map(places::placeOf)
                                .filter(place -> place != IntTable.ABSENT)
                                .toArray(),
                        1 / Math.pow(text.features.length, SentimentModel.CALM),
                        text.tone.place(),
                        text.weight))
                .toList();
        double[] weights = LogisticRegression.fit(examples, features.length, Tone.count(), PENALTY);
        return bytes(features, weights, temperature);
    }

    private static int[] frequent(List<Text> chosen) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (Text text : chosen) {
            for (int feature : text.features) {
                counts.merge(feature, text.part < 0 ? LEAST_TEXTS : 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_TEXTS)
                .mapToInt(Map.Entry::getKey)
                .sorted()
                .toArray();
    }

    /// Keeps the features that say most, each weight in one byte.
    private byte[] bytes(int[] features, double[] weights, float temperature) {
        int tones = Tone.count();
        TreeMap<Double, List<Integer>> bySpread = new TreeMap<>();
        double greatest = 0;
        for (int place = 0; place < features.length; place++) {
            double[] own = Arrays.copyOfRange(weights, place * tones, (place + 1) * tones);
            double spread = Arrays.stream(own).max().orElseThrow()
                    - Arrays.stream(own).min().orElseThrow();
            bySpread.computeIfAbsent(-spread, _ -> new ArrayList<>()).add(place);
            greatest =
                    Math.max(greatest, Arrays.stream(own).map(Math::abs).max().orElseThrow());
        }
        int[] kept = bySpread.values().stream()
                .flatMap(List::stream)
                .limit(largest)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        float step = (float) (greatest / Byte.MAX_VALUE);
        byte[] steps = new byte[kept.length * tones];
        int[] names = new int[kept.length];
        for (int at = 0; at < kept.length; at++) {
            names[at] = features[kept[at]];
            for (int tone = 0; tone < tones; tone++) {
                steps[at * tones + tone] = (byte) Math.round(weights[kept[at] * tones + tone] / step);
            }
        }
        float[] start = new float[tones];
        for (int tone = 0; tone < tones; tone++) {
            start[tone] = (float) weights[features.length * tones + tone];
        }
        start[Tone.NEUTRAL.place()] += NEUTRAL_BONUS;
        return ByteBuffer.allocate(Integer.BYTES * (3 + tones + names.length) + steps.length)
                .putInt(names.length)
                .putFloat(step)
                .putFloat(temperature)
                .putFloat(start[0])
                .putFloat(start[1])
                .putFloat(start[2])
                .put(intBytes(names))
                .put(steps)
                .array();
    }

    private static byte[] intBytes(int[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
        bytes.asIntBuffer().put(numbers);
        return bytes.array();
    }
}
