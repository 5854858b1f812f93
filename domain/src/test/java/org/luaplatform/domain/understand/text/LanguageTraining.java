package org.luaplatform.domain.understand.text;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes `languages.bin` of the letter statistics that the `language-detector` project publishes (Apache-2.0, drawn
/// from
/// Wikipedia and, where it has them, from short messages). How to run it: docs/understanding.md.
final class LanguageTraining {

    static final List<String> LANGUAGES = List.of(
            "en", "fr", "de", "es", "it", "pt", "nl", "id", "sv", "da", "no", "pl", "tr", "fi", "cs", "ro", "hu", "vi",
            "hr", "tl", "ru", "uk", "bg", "sr", "ar", "fa", "ur");

    private static final Pattern ENTRY = Pattern.compile("\"([^\"]{1,3})\":(\\d+)");
    private static final Pattern TOTALS = Pattern.compile("\"n_words\":\\[(\\d+),(\\d+),(\\d+)]");

    /// Some profiles list rarer sequences than others do; below this none is believed.
    private static final double LEAST_CHANCE = 1e-4;

    private static final double CHANCE_OF_THE_UNLISTED = 3e-5;

    /// How much a word that everybody uses says for its language, in natural logarithms.
    private static final double GAIN_OF_A_COMMON_WORD = 6;

    private static final int USES_OF_A_COMMON_WORD = 40;
    private static final List<String> LISTED = List.of("en", "fr", "de", "es", "it", "pt", "nl", "id", "ar");

    private record Sequence(int hash, Map<Integer, Integer> weights) {}

    private LanguageTraining() {}

    public static void main(String[] arguments) throws IOException {
        Path profiles = Path.of(arguments[0]);
        Path corpora = Path.of(arguments[1]);
        Path target = Path.of(arguments[2]);
        Map<String, double[]> chances = new TreeMap<>();
        for (int language = 0; language < LANGUAGES.size(); language++) {
            List<Map<String, Double>> sources = new ArrayList<>();
            for (String folder : List.of("languages", "languages.shorttext")) {
                Path file = profiles.resolve(folder).resolve(LANGUAGES.get(language));
                if (Files.exists(file)) {
                    sources.add(chances(Files.readString(file)));
                }
            }
            for (Map<String, Double> source : sources) {
                for (Map.Entry<String, Double> entry : source.entrySet()) {
                    chances.computeIfAbsent(entry.getKey(), _ -> new double[LANGUAGES.size()])[language] +=
                            entry.getValue() / sources.size();
                }
            }
        }
        List<Sequence> sequences = sequences(chances);
        sequences.addAll(commonWords(corpora));
        write(sequences, target);
    }

    private static List<Sequence> commonWords(Path corpora) throws IOException {
        Map<String, Set<Integer>> words = new TreeMap<>();
        for (String language : LISTED) {
            for (String word : Vocabulary.load(language, Polarity.NONE).stopWords()) {
                words.computeIfAbsent(word, _ -> new TreeSet<>()).add(LANGUAGES.indexOf(language));
            }
        }
        for (Corpus corpus : Corpus.values()) {
            Map<String, Integer> uses = new TreeMap<>();
            for (Corpus.Row row : corpus.training(corpora)) {
                Tokenizer.tokenize(row.text()).stream()
                        .filter(Token::isWord)
                        .forEach(token -> uses.merge(token.word(), 1, Integer::sum));
            }
            uses.values().removeIf(count -> count < USES_OF_A_COMMON_WORD);
            for (String word : uses.keySet()) {
                words.computeIfAbsent(word, _ -> new TreeSet<>()).add(LANGUAGES.indexOf(corpus.language()));
            }
        }
        List<Sequence> sequences = new ArrayList<>();
        words.forEach((word, languages) -> {
            Map<Integer, Integer> weights = new TreeMap<>();
            for (int language : languages) {
                weights.put(language, (int) (GAIN_OF_A_COMMON_WORD / LanguageProfiles.STEP));
            }
            sequences.add(new Sequence(LanguageProfiles.wholeWord(word), weights));
        });
        return sequences;
    }

    private static Map<String, Double> chances(String profile) {
        Matcher totals = TOTALS.matcher(profile);
        if (!totals.find()) {
            throw new IllegalArgumentException("no totals in " + profile.substring(0, 60));
        }
        Map<String, Double> chances = new HashMap<>();
        Matcher entry = ENTRY.matcher(profile);
        while (entry.find()) {
            String sequence = folded(entry.group(1));
            boolean words = sequence.codePoints().allMatch(at -> at == ' ' || Characters.isLetter(at));
            if (words && !sequence.isBlank()) {
                double total = Double.parseDouble(totals.group(sequence.length()));
                chances.merge(sequence, Double.parseDouble(entry.group(2)) / total, Double::sum);
            }
        }
        return chances;
    }

    private static String folded(String sequence) {
        StringBuilder folded = new StringBuilder();
        sequence.codePoints().forEach(at -> folded.appendCodePoint(Characters.fold(at)));
        return folded.toString();
    }

    private static List<Sequence> sequences(Map<String, double[]> chances) {
        List<Sequence> sequences = new ArrayList<>();
        chances.forEach((letters, byLanguage) -> {
            Map<Integer, Integer> weights = new TreeMap<>();
            for (int language = 0; language < byLanguage.length; language++) {
                if (byLanguage[language] >= LEAST_CHANCE) {
                    double gain = Math.log(byLanguage[language] / CHANCE_OF_THE_UNLISTED);
                    weights.put(language, (int) Math.round(Math.min(255, gain / LanguageProfiles.STEP)));
                }
            }
            if (weights.isEmpty()) {
                return;
            }
            String padded = "\0\0" + letters;
            int end = padded.length();
            int hash =
                    LanguageProfiles.sequence(padded.charAt(end - 3), padded.charAt(end - 2), padded.charAt(end - 1));
            sequences.add(new Sequence(hash, weights));
        });
        return sequences;
    }

    private static void write(List<Sequence> sequences, Path target) throws IOException {
        try (DataOutputStream file = new DataOutputStream(Files.newOutputStream(target))) {
            file.writeByte(LANGUAGES.size());
            for (String language : LANGUAGES) {
                file.writeByte(language.length());
                file.writeBytes(language);
            }
            file.writeInt(sequences.size());
            for (Sequence sequence : sequences) {
                file.writeInt(sequence.hash());
            }
            for (Sequence sequence : sequences) {
                file.writeByte(sequence.weights().size());
            }
            for (Sequence sequence : sequences) {
                for (Map.Entry<Integer, Integer> weight : sequence.weights().entrySet()) {
                    file.writeByte(weight.getKey());
                    file.writeByte(weight.getValue());
                }
            }
        }
    }
}
