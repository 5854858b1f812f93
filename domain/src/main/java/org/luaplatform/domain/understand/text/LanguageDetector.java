package org.luaplatform.domain.understand.text;

import java.util.List;
import java.util.Optional;
import org.luaplatform.domain.Language;

/// Tells what language a text is written in: by its script where that is enough, else by its sequences of letters.
final class LanguageDetector {

    /// Neighbouring sequences say much the same, so each counts for less than if it stood alone.
    static final double INDEPENDENCE = 0.35;

    /// Below this chance the answer is that we do not know.
    static final double SURE_ENOUGH = 0.60;

    /// How many times likelier the language is that the respondent named.
    private static final double TRUST_IN_HINT = 30;

    private static final int WORDS_THAT_SETTLE_IT = 300;
    private static final double SHARE_OF_KANA_IN_JAPANESE = 0.08;

    private final LanguageProfiles profiles;

    LanguageDetector(LanguageProfiles profiles) {
        this.profiles = profiles;
    }

    Language detect(List<Token> tokens, Optional<Language> hint) {
        int[] letters = new int[Script.count()];
        double[] scores = new double[profiles.size()];
        int words = 0;
        for (Token token : tokens) {
            if (token.isWord()) {
                count(token.word(), letters);
                profiles.weigh(token.word(), scores);
                if (++words == WORDS_THAT_SETTLE_IT) {
                    break;
                }
            }
        }
        if (words == 0) {
            return Language.UNDETERMINED;
        }
        Script script = mostUsed(letters);
        return script.language().isEmpty() ? mostLikely(scores, hint) : new Language(script.language());
    }

    private static void count(String word, int[] letters) {
        for (int at = 0; at < word.length(); at++) {
            char character = word.charAt(at);
            if (character >= 'a') {
                letters[Script.of(character).place()]++;
            }
        }
    }

    private static Script mostUsed(int[] letters) {
        int most = 0;
        int all = 0;
        for (int script = 0; script < letters.length; script++) {
            all += letters[script];
            if (letters[script] > letters[most]) {
                most = script;
            }
        }
        // Chinese characters outnumber kana in many a Japanese text.
        boolean japanese = letters[Script.KANA.place()] > all * SHARE_OF_KANA_IN_JAPANESE;
        return Script.at(most) == Script.HAN && japanese ? Script.KANA : Script.at(most);
    }

    private Language mostLikely(double[] scores, Optional<Language> hint) {
        int hinted =
                hint.map(language -> profiles.placeOf(language.primary().tag())).orElse(-1);
        int best = 0;
        for (int language = 0; language < scores.length; language++) {
            scores[language] = scores[language] * INDEPENDENCE + (language == hinted ? Math.log(TRUST_IN_HINT) : 0);
            best = scores[language] > scores[best] ? language : best;
        }
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp(score - scores[best]);
        }
        boolean sure = best == hinted || 1 / sum >= SURE_ENOUGH;
        return sure ? new Language(profiles.tagOf(best)) : Language.UNDETERMINED;
    }
}
