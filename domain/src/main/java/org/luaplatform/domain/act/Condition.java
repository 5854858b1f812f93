package org.luaplatform.domain.act;

import java.util.List;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Violations;

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
                "must be one of " + subject.comparisons() + " for this field");
        if (comparison != Comparison.IS && comparison != Comparison.IS_NOT) {
            violations.check(values.size() == 1, place, "must be a single value");
            if (values.size() == 1) {
                violations.check(isNumber(values.getFirst()), place, "must be a number");
            }
        }
        for (String value : values) {
            violations.check(value.length() <= 200, place, "must have at most 200 characters each");
        }
        violations.throwIfAny();
    }

    static boolean isNumber(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException _) {
            return false;
        }
    }

    /// What is looked at.
    public enum Subject {
        FORM(false),
        CHANNEL(false),
        LANGUAGE(false),
        /// The label: `positive`, `neutral`, `negative`, `notAssessed`.
        SENTIMENT(false),
        /// −1 to 1.
        SENTIMENT_SCORE(true),
        /// Satisfaction in percent, 0 to 100.
        SCORE(true),
        /// `none`, `low`, `high`.
        URGENCY(false),
        /// A keyword's term or display form, in any case.
        KEYWORD(false),
        /// A theme's id.
        THEME(false);

        private final boolean isNumber;

        Subject(boolean isNumber) {
            this.isNumber = isNumber;
        }

        /// How this can be compared: numbers by their size, everything else by what it is.
        public List<Comparison> comparisons() {
            return isNumber
                    ? List.of(Comparison.AT_LEAST, Comparison.AT_MOST)
                    : List.of(Comparison.IS, Comparison.IS_NOT);
        }
    }

    public enum Comparison {
        IS,
        IS_NOT,
        AT_LEAST,
        AT_MOST
    }
}
