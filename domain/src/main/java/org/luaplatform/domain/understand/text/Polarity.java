package org.luaplatform.domain.understand.text;

import java.util.List;

/// How good or bad single words are to most people, whatever the subject: from −4 to 4.
///
/// What the models learn is bound to the subjects that they learn from; this is what carries over to others.
final class Polarity {

    static final Polarity NONE = new Polarity(new int[0], new byte[0]);

    private final IntTable words;
    private final byte[] tenths;

    private Polarity(int[] hashes, byte[] tenths) {
        this.words = new IntTable(hashes);
        this.tenths = tenths;
    }

    static Polarity load(String language) {
        return of(Resources.lines("polarity-" + language + ".txt"));
    }

    /// @param lines each a word, a blank and its worth in tenths
    static Polarity of(List<String> lines) {
        int[] hashes = new int[lines.size()];
        byte[] tenths = new byte[hashes.length];
        for (int place = 0; place < hashes.length; place++) {
            String line = lines.get(place);
            int blank = line.indexOf(' ');
            hashes[place] = Hashes.of(line, 0, blank);
            tenths[place] = (byte) Integer.parseInt(line, blank + 1, line.length(), 10);
        }
        return new Polarity(hashes, tenths);
    }

    /// 0 for a word that says neither, or that is not known.
    double of(String word) {
        int place = words.placeOf(Hashes.of(word));
        if (place == IntTable.ABSENT && word.length() > 3 && word.charAt(word.length() - 1) == 's') {
            place = words.placeOf(Hashes.of(word, 0, word.length() - 1));
        }
        return place == IntTable.ABSENT ? 0 : tenths[place] / 10.0;
    }
}
