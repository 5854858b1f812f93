package org.luaplatform.domain.act;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Text;
import org.luaplatform.domain.Violations;
import org.luaplatform.domain.learn.Channel;

/// One more thing that must hold before a rule acts.
///
/// @param values what the subject is compared with: for [Comparison#IS] any of them, for the others the only one; 1
///     to 100
public record Condition(Subject subject, Comparison comparison, List<String> values) {

    public Condition {
        values = List.copyOf(values);
        var violations = new Violations();
        Pointer place = Pointer.to("value");
        violations.check(!values.isEmpty() && values.size() <= 100, place, "must have between 1 and 100 values");
        violations.check(
                subject.comparisons().contains(comparison),
                Pointer.to("op"),
                "must be "
                        + subject.comparisons().stream().map(Comparison::text).collect(joining(" or ")));
        if (comparison != Comparison.IS && comparison != Comparison.IS_NOT) {
            violations.check(values.size() == 1, place, "must be a single value");
        }
        for (String value : values) {
            violations.check(value.length() <= 200, place, "must have at most 200 characters each");
            violations.check(subject.accepts(value), place, subject.expectation());
        }
        violations.throwIfAny();
    }

    /// The only value as a number, where the comparison is by size.
    double bound() {
        return Double.parseDouble(values.getFirst());
    }

    /// What is looked at.
    public enum Subject {
        FORM("must be the id of a form"),
        CHANNEL("must be the name of a channel"),
        /// By the primary language: `pt` stands for `pt-br` too.
        LANGUAGE("must be a BCP 47 language tag such as en or pt-BR"),
        /// The label: `positive`, `neutral`, `negative`, `notAssessed`.
        SENTIMENT("must be positive, neutral, negative or notAssessed"),
        /// −1 to 1.
        SENTIMENT_SCORE("must be a number between -1 and 1"),
        /// Satisfaction in percent, 0 to 100.
        SCORE("must be a number between 0 and 100"),
        /// `none`, `low`, `high`.
        URGENCY("must be none, low or high"),
        /// A keyword's term or display form, in any case.
        KEYWORD("must be a word or phrase"),
        /// A theme's id.
        THEME("must be the id of a theme");

        private final String expectation;

        Subject(String expectation) {
            this.expectation = expectation;
        }

        /// How this can be compared: numbers by their size, everything else by what it is.
        public List<Comparison> comparisons() {
            return switch (this) {
                case SENTIMENT_SCORE, SCORE -> List.of(Comparison.AT_LEAST, Comparison.AT_MOST);
                case FORM, CHANNEL, LANGUAGE, SENTIMENT, URGENCY, KEYWORD, THEME ->
                    List.of(Comparison.IS, Comparison.IS_NOT);
            };
        }

        /// What a value must be, as the end of a sentence.
        String expectation() {
            return expectation;
        }

        boolean accepts(String value) {
            return switch (this) {
                case FORM, THEME -> Text.isId(value);
                case CHANNEL -> Channel.isName(value);
                case LANGUAGE -> Language.isTag(value);
                case SENTIMENT -> Spelling.isSentiment(value);
                case SENTIMENT_SCORE -> isNumberBetween(-1, 1, value);
                case SCORE -> isNumberBetween(0, 100, value);
                case URGENCY -> Spelling.isUrgency(value);
                case KEYWORD -> !value.isBlank();
            };
        }

        private static boolean isNumberBetween(double lowest, double highest, String text) {
            try {
                double number = Double.parseDouble(text);
                return number >= lowest && number <= highest;
            } catch (NumberFormatException _) {
                return false;
            }
        }
    }

    public enum Comparison {
        IS("is"),
        IS_NOT("isNot"),
        AT_LEAST("atLeast"),
        AT_MOST("atMost");

        private final String text;

        Comparison(String text) {
            this.text = text;
        }

        /// The comparison as clients write it.
        public String text() {
            return text;
        }
    }
}
