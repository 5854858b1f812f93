package org.luaplatform.domain.understand.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// How often letters follow one another in each language: for each sequence of one to three letters, the languages in
/// which it is more than rare, and how much more.
///
/// The file: the number of languages, the length and the letters of each tag, the number of sequences, their hashes,
/// then for each a count and so many
/// pairs of a language's place and a weight in steps of [#STEP] of natural logarithm.
final class LanguageProfiles {

    static final String FILE = "languages.bin";
    static final double STEP = 0.05;

    /// Words are taken to begin and to end with this.
    static final char EDGE = ' ';

    private final String[] languages;
    private final IntTable sequences;
    private final int[] starts;
    private final byte[] pairs;

    private LanguageProfiles(String[] languages, IntTable sequences, int[] starts, byte[] pairs) {
        this.languages = languages;
        this.sequences = sequences;
        this.starts = starts;
        this.pairs = pairs;
    }

    static LanguageProfiles load() {
        return read(Resources.bytes(FILE));
    }

    static LanguageProfiles read(ByteBuffer file) {
        String[] languages = new String[file.get()];
        for (int place = 0; place < languages.length; place++) {
            byte[] tag = new byte[file.get()];
            file.get(tag);
            languages[place] = new String(tag, StandardCharsets.US_ASCII);
        }
        int[] hashes = new int[file.getInt()];
        file.asIntBuffer().get(hashes);
        file.position(file.position() + hashes.length * Integer.BYTES);
        int[] starts = new int[hashes.length + 1];
        for (int place = 0; place < hashes.length; place++) {
            starts[place + 1] = starts[place] + file.get();
        }
        byte[] pairs = new byte[2 * starts[hashes.length]];
        file.get(pairs);
        return new LanguageProfiles(languages, new IntTable(hashes), starts, pairs);
    }

    int size() {
        return languages.length;
    }

    String tagOf(int language) {
        return languages[language];
    }

    /// The place of the language among those known, or −1.
    int placeOf(String tag) {
        return List.of(languages).indexOf(tag);
    }

    /// Adds to `scores` what the letters of `word` say for each language, and answers how many sequences spoke.
    int weigh(String word, double[] scores) {
        int known = add(wholeWord(word), scores);
        char first = 0;
        char second = EDGE;
        for (int at = 0; at <= word.length(); at++) {
            char third = at < word.length() ? word.charAt(at) : EDGE;
            if (third != EDGE) {
                known += add(sequence((char) 0, (char) 0, third), scores);
            }
            known += add(sequence((char) 0, second, third), scores);
            if (at > 0) {
                known += add(sequence(first, second, third), scores);
            }
            first = second;
            second = third;
        }
        return known;
    }

    static int wholeWord(String word) {
        return Hashes.mix(Hashes.of(word), EDGE);
    }

    static int sequence(char first, char second, char third) {
        return Hashes.mix(Hashes.mix(first, second), third);
    }

    private int add(int sequence, double[] scores) {
        int place = sequences.placeOf(sequence);
        if (place == IntTable.ABSENT) {
            return 0;
        }
        for (int pair = starts[place]; pair < starts[place + 1]; pair++) {
            scores[pairs[2 * pair]] += STEP * (pairs[2 * pair + 1] & 0xFF);
        }
        return 1;
    }
}
