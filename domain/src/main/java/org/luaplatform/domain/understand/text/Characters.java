package org.luaplatform.domain.understand.text;

/// What the characters of a text are to a reader. ASCII is answered without a look into Unicode's tables.
final class Characters {

    /// Scripts that are written without spaces, told apart because a change from one to the other is the
    /// only word boundary that such a text shows.
    enum Run {
        SPACED,
        HAN,
        HIRAGANA,
        KATAKANA
    }

    /// It only stretches a word.
    private static final int TATWEEL = 'ـ';

    private Characters() {}

    static boolean isWordStart(int codePoint) {
        return isLetter(codePoint) || isDigit(codePoint);
    }

    static boolean isLetter(int codePoint) {
        if (codePoint < 128) {
            return (codePoint | 0x20) >= 'a' && (codePoint | 0x20) <= 'z';
        }
        return Character.isLetter(codePoint) && codePoint != TATWEEL && !isApostrophe(codePoint);
    }

    static boolean isDigit(int codePoint) {
        if (codePoint < 128) {
            return codePoint >= '0' && codePoint <= '9';
        }
        return Character.isDigit(codePoint);
    }

    static boolean isMark(int codePoint) {
        if (codePoint < 0x300) {
            return false;
        }
        int type = Character.getType(codePoint);
        return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK)
                && !isVariationSelector(codePoint);
    }

    /// Marks that have a composed form with the letter before them.
    static boolean isComposable(int codePoint) {
        return isBetween(codePoint, 0x300, 0x36F);
    }

    /// Arabic and Hebrew vowel signs, which most people leave out.
    static boolean isVowelSign(int codePoint) {
        return isBetween(codePoint, 0x64B, 0x65F) || codePoint == 0x670 || isBetween(codePoint, 0x591, 0x5C7);
    }

    static boolean isInvisible(int codePoint) {
        return codePoint == 0xAD
                || isBetween(codePoint, 0x200B, 0x200F)
                || isBetween(codePoint, 0x202A, 0x202E)
                || isBetween(codePoint, 0x2060, 0x2069)
                || codePoint == 0xFEFF
                || codePoint == TATWEEL
                || isVariationSelector(codePoint);
    }

    static boolean isVariationSelector(int codePoint) {
        return isBetween(codePoint, 0xFE00, 0xFE0F);
    }

    static boolean isApostrophe(int codePoint) {
        return codePoint == '\'' || codePoint == '’' || codePoint == 'ʼ' || codePoint == '‘' || codePoint == '`';
    }

    static boolean endsSentence(int codePoint) {
        return switch (codePoint) {
            case '.', '!', '?', '\n', '\r', '…', '。', '！', '？', '؟', '।', '۔', '｡', 0x2028, 0x2029 -> true;
            default -> false;
        };
    }

    static boolean endsClause(int codePoint) {
        return switch (codePoint) {
            case ',', ';', ':', '(', ')', '[', ']', '{', '}', '"', '/', '\\', '|', '*', '•', '–', '—' -> true;
            case '“', '”', '«', '»', '،', '؛', '、', '，', '；', '：', '（', '）', '「', '」', '·', '\t' -> true;
            default -> false;
        };
    }

    static boolean isPictograph(int codePoint) {
        if (codePoint < 0x2190 || Character.isEmojiModifier(codePoint)) {
            return false;
        }
        return Character.isEmojiPresentation(codePoint)
                || isBetween(codePoint, 0x1F300, 0x1FAFF)
                || isBetween(codePoint, 0x2600, 0x27BF);
    }

    private static boolean isBetween(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }

    static Run runOf(int codePoint) {
        if (codePoint < 0x3000) {
            return Run.SPACED;
        }
        if (isBetween(codePoint, 0x3041, 0x309F)) {
            return Run.HIRAGANA;
        }
        if (isBetween(codePoint, 0x30A0, 0x30FF)) {
            return Run.KATAKANA;
        }
        return Character.isIdeographic(codePoint) ? Run.HAN : Run.SPACED;
    }

    /// Lower case, and one form for letters that Arabic writers use for one another.
    static int fold(int codePoint) {
        if (codePoint < 128) {
            return isBetween(codePoint, 'A', 'Z') ? codePoint | 0x20 : codePoint;
        }
        return switch (codePoint) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى' -> 'ي';
            case 'ة' -> 'ه';
            default -> Character.toLowerCase(codePoint);
        };
    }
}
