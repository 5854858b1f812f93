package org.luaplatform.domain.understand.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.luaplatform.domain.understand.text.Token.Kind;

/// Cuts a text into [Token]s in one pass, in time linear in its length, whatever it is made of.
final class Tokenizer {

    /// Longer words are cut: nobody writes them, and no cost may hang on them.
    static final int LONGEST_WORD = 48;

    private static final int DIGITS_OF_A_REFERENCE = 3;
    private static final Set<String> ABBREVIATIONS = Set.of("dr", "mr", "mrs", "ms", "prof", "st", "sr", "jr");

    private final String text;
    private final PrivateSpans privateSpans;
    private final List<Token> tokens;
    private final StringBuilder word = new StringBuilder(LONGEST_WORD);
    private int position;

    private Tokenizer(String text) {
        this.text = text;
        this.privateSpans = PrivateSpans.of(text);
        this.tokens = new ArrayList<>(text.length() / 5 + 4);
    }

    static List<Token> tokenize(String text) {
        Tokenizer tokenizer = new Tokenizer(text);
        tokenizer.run();
        return tokenizer.tokens;
    }

    private void run() {
        while (position < text.length()) {
            int privateEnd = privateSpans.endOfSpanAt(position);
            if (privateEnd > position) {
                add("", privateEnd, Kind.PRIVATE);
                continue;
            }
            int codePoint = text.codePointAt(position);
            if (codePoint == ' ') {
                position++;
            } else if (Characters.isWordStart(codePoint)) {
                word(codePoint);
            } else {
                sign(codePoint);
            }
        }
    }

    private void word(int first) {
        word.setLength(0);
        int letters = 0;
        int digits = 0;
        boolean decomposed = false;
        Characters.Run run = Characters.runOf(first);
        int at = position;
        int end = position;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            if (Characters.isLetter(codePoint)) {
                if (Characters.runOf(codePoint) != run && digits == 0) {
                    break;
                }
                letters++;
                append(codePoint);
            } else if (Characters.isDigit(codePoint)) {
                digits++;
                append(codePoint);
            } else if (Characters.isMark(codePoint)) {
                decomposed |= Characters.isComposable(codePoint);
                if (!Characters.isVowelSign(codePoint)) {
                    append(codePoint);
                }
            } else if (!Characters.isInvisible(codePoint)) {
                if (!joins(codePoint, next, digits)) {
                    break;
                }
                append(Characters.isApostrophe(codePoint) ? '\'' : codePoint);
            }
            at = next;
            end = next;
        }
        Kind kind = letters == 0 || digits >= DIGITS_OF_A_REFERENCE ? Kind.NUMBER : Kind.WORD;
        add(kind == Kind.NUMBER ? "" : normalised(decomposed), end, kind);
    }

    /// Whether this sign stands inside a word: "don't", or inside a number: "3.5", "10:30".
    private boolean joins(int codePoint, int next, int digits) {
        if (next >= text.length() || position == next) {
            return false;
        }
        int following = text.codePointAt(next);
        if (Characters.isApostrophe(codePoint)) {
            return Characters.isLetter(following) && digits == 0;
        }
        return digits > 0
                && (codePoint == '.' || codePoint == ',' || codePoint == ':')
                && Characters.isDigit(following);
    }

    private void append(int codePoint) {
        int length = word.length();
        if (length >= LONGEST_WORD) {
            return;
        }
        int lower = Characters.fold(codePoint);
        // "soooo" and "sooo" are one word. No language here writes a letter three times in a row.
        if (length >= 2 && word.charAt(length - 1) == lower && word.charAt(length - 2) == lower && lower > '9') {
            return;
        }
        word.appendCodePoint(lower);
    }

    private String normalised(boolean decomposed) {
        String plain = word.toString();
        return decomposed ? Normalizer.normalize(plain, Normalizer.Form.NFC) : plain;
    }

    private void sign(int codePoint) {
        int next = position + Character.charCount(codePoint);
        int emoticon = Emotions.endOfEmoticon(text, position);
        if (emoticon > position) {
            add(text.substring(position, emoticon), emoticon, Kind.EMOJI);
        } else if (Characters.isPictograph(codePoint)) {
            add(Character.toString(codePoint), next, Kind.EMOJI);
        } else if (Characters.endsSentence(codePoint)) {
            endSentence(codePoint, next);
        } else if (Characters.endsClause(codePoint)) {
            add(Character.toString(codePoint), next, Kind.CLAUSE);
        } else {
            position = next;
        }
    }

    private void endSentence(int codePoint, int next) {
        if (codePoint == '.' && next < text.length() && Characters.isWordStart(text.codePointAt(next))) {
            add(".", next, Kind.CLAUSE);
        } else if (codePoint == '.'
                && !tokens.isEmpty()
                && ABBREVIATIONS.contains(tokens.getLast().word())) {
            position = next;
        } else {
            add(Character.toString(codePoint), next, Kind.SENTENCE);
        }
    }

    private void add(String normal, int end, Kind kind) {
        tokens.add(new Token(normal, position, end, kind));
        position = end;
    }
}
