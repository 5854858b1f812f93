package org.luaplatform.domain.understand.text;

import java.util.List;
import java.util.Set;

/// The words of a language that change what the others mean.
///
/// @param negators turn what follows them into its opposite
/// @param contrasts announce that what follows matters more
/// @param boosters make the next word stronger
/// @param dampers make it weaker
record Grammar(
        Set<String> negators,
        Set<String> contrasts,
        Set<String> boosters,
        Set<String> dampers,
        Set<String> asksForImprovement,
        Set<String> asksForPraise) {

    /// How many words a negator reaches, unless the clause ends before.
    static final int REACH_OF_A_NEGATOR = 3;

    static Grammar load(String language) {
        LabelledLists lists = LabelledLists.read("grammar-" + language + ".txt");
        return new Grammar(
                lists.of("negators"),
                lists.of("contrasts"),
                lists.of("boosters"),
                lists.of("dampers"),
                lists.of("asks-for-improvement"),
                lists.of("asks-for-praise"));
    }

    boolean negates(String word) {
        return negators.contains(word) || word.endsWith("n't");
    }

    /// What kind of answer a question invites.
    QuestionKind kindOf(List<Token> question) {
        boolean improvement = false;
        boolean praise = false;
        for (Token token : question) {
            improvement |= asksForImprovement.contains(token.word());
            praise |= asksForPraise.contains(token.word());
        }
        if (improvement) {
            return praise ? QuestionKind.OPEN : QuestionKind.IMPROVEMENT;
        }
        if (praise) {
            return QuestionKind.PRAISE;
        }
        return question.isEmpty() ? QuestionKind.NONE : QuestionKind.OPEN;
    }
}
