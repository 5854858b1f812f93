package org.luaplatform.domain.learn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Violations;

/// What kind of answer a question takes, and within which bounds.
public sealed interface FieldType {

    /// One line.
    ///
    /// @param maxLength 1 to 1,000 characters
    record ShortText(int maxLength) implements FieldType {
        public static final int LONGEST = 1_000;

        public ShortText {
            checkLength(maxLength, LONGEST);
        }
    }

    /// As much as people want to say.
    ///
    /// @param maxLength 1 to 20,000 characters
    record LongText(int maxLength) implements FieldType {
        public static final int LONGEST = 20_000;

        public LongText {
            checkLength(maxLength, LONGEST);
        }
    }

    /// Exactly one option.
    ///
    /// @param other whether people may write an answer of their own instead
    record SingleChoice(List<Option> options, boolean other) implements FieldType {
        public SingleChoice {
            options = checkOptions(options);
        }
    }

    /// Any number of options between the bounds, each at most once.
    ///
    /// @param other whether people may add an answer of their own; it counts as one choice
    record MultipleChoice(List<Option> options, boolean other, int atLeast, int atMost) implements FieldType {
        public MultipleChoice {
            options = checkOptions(options);
            var violations = new Violations();
            int possible = options.size() + (other ? 1 : 0);
            violations.check(
                    atLeast >= 0 && atLeast <= possible,
                    Pointer.to("atLeast"),
                    "must be between 0 and the number of options");
            violations.check(
                    atMost >= Math.max(1, atLeast) && atMost <= possible,
                    Pointer.to("atMost"),
                    "must be between atLeast and the number of options");
            violations.throwIfAny();
        }
    }

    record YesNo() implements FieldType {}

    /// @param min a bound of at most 40 digits, like the answers
    /// @param integer whether only whole numbers are taken
    record Numeric(Optional<BigDecimal> min, Optional<BigDecimal> max, boolean integer) implements FieldType {
        public static final int MOST_DIGITS = 40;

        public Numeric {
            var violations = new Violations();
            checkDigits(min, Pointer.to("min"), violations);
            checkDigits(max, Pointer.to("max"), violations);
            Optional<BigDecimal> low = min;
            violations.check(
                    max.flatMap(high -> low.map(bound -> bound.compareTo(high) <= 0))
                            .orElse(true),
                    Pointer.to("max"),
                    "must not be less than min");
            violations.throwIfAny();
        }

        /// Whether the number is short, written out: 1e999999999 is not, and would fill the memory.
        static boolean isShort(BigDecimal number) {
            return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
        }

        private static void checkDigits(Optional<BigDecimal> bound, Pointer place, Violations violations) {
            violations.check(
                    bound.map(Numeric::isShort).orElse(true), place, "must have at most " + MOST_DIGITS + " digits");
        }
    }

    record Date(Optional<LocalDate> min, Optional<LocalDate> max) implements FieldType {
        public Date {
            var violations = new Violations();
            Optional<LocalDate> low = min;
            violations.check(
                    max.flatMap(high -> low.map(bound -> !bound.isAfter(high))).orElse(true),
                    Pointer.to("max"),
                    "must not be before min");
            violations.throwIfAny();
        }
    }

    record Email() implements FieldType {}

    /// A number on a scale of satisfaction: rating, NPS, CSAT or CES.
    record Scored(Scale scale) implements FieldType {}

    private static void checkLength(int maxLength, int longest) {
        var violations = new Violations();
        violations.check(
                maxLength >= 1 && maxLength <= longest, Pointer.to("maxLength"), "must be between 1 and " + longest);
        violations.throwIfAny();
    }

    private static List<Option> checkOptions(List<Option> options) {
        var violations = new Violations();
        Pointer place = Pointer.to("options");
        violations.check(!options.isEmpty() && options.size() <= 200, place, "must have between 1 and 200 options");
        Set<FieldKey> seen = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            violations.check(
                    seen.add(options.get(i).key()), place.child(i).child("key"), "is already used by another option");
        }
        violations.throwIfAny();
        return List.copyOf(options);
    }
}
