package org.luaplatform.domain.understand.text;

import java.util.Arrays;

/// How good or bad single words are to most people, whatever the subject: from −4 to 4.
///
/// What the models learn is bound to the subjects that they learn from; this is what carries over to others.
final class Polarity {

    static final Polarity NONE = new Polarity(new int[0], new byte[0]);

    /// A word, a blank, a digit, a line end.
    private static final int SHORTEST_LINE = 4;

    private final IntTable words;
    private final byte[] tenths;

    private Polarity(int[] hashes, byte[] tenths) {
        this.words = new IntTable(hashes);
        this.tenths = tenths;
    }

    static Polarity load(String language) {
        return of(Resources.bytes("polarity-" + language + ".txt").array());
    }

    /// Reads the bytes as they are: thousands of lines, and a server that is starting.
    ///
    /// @param lines ASCII, each a word, a blank, its worth in tenths and a line end; or a comment after `#`
    static Polarity of(byte[] lines) {
        int[] hashes = new int[lines.length / SHORTEST_LINE];
        byte[] tenths = new byte[hashes.length];
        int words = 0;
        int at = 0;
        while (at < lines.length) {
            if (lines[at] == '#') {
                at = endOfLine(lines, at) + 1;
                continue;
            }
            int start = at;
            int hash = 0;
            while (lines[at] != ' ') {
                hash = Hashes.extend(hash, lines[at++]);
            }
            hashes[words] = Hashes.finish(hash, at - start);
            int end = endOfLine(lines, at);
            tenths[words++] = number(lines, at + 1, end);
            at = end + 1;
        }
        return new Polarity(Arrays.copyOf(hashes, words), tenths);
    }

    private static int endOfLine(byte[] lines, int from) {
        int at = from;
        while (lines[at] != '\n') {
            at++;
        }
        return at;
    }

    private static byte number(byte[] lines, int start, int end) {
        boolean negative = lines[start] == '-';
        int number = 0;
        for (int at = negative ? start + 1 : start; at < end; at++) {
            number = number * 10 + lines[at] - '0';
        }
        return (byte) (negative ? -number : number);
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
