package org.luaplatform.domain.learn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What somebody answered to one question, known to fit it.
public sealed interface Answer {

    /// Words of the respondent, from a text field.
    record Text(String text) implements Answer {}

    /// @param address looks like an e-mail address; nobody checked that it exists
    record Email(String address) implements Answer {}

    /// @param options the keys of the chosen options, in the order of the form
    /// @param other what the respondent wrote instead of or besides them
    record Choice(List<FieldKey> options, Optional<String> other) implements Answer {
        public Choice {
            options = List.copyOf(options);
        }
    }

    record YesNo(boolean yes) implements Answer {}

    /// Equal numbers are equal answers, however they were written: 3, 3.0 and 3e0.
    record Numeric(BigDecimal value) implements Answer {
        public Numeric {
            value = value.stripTrailingZeros();
            if (value.scale() < 0) {
                value = value.setScale(0);
            }
        }
    }

    record Date(LocalDate value) implements Answer {}

    record Score(Scale scale, int value) implements Answer {
        public Score {
            if (!scale.accepts(value)) {
                throw new IllegalArgumentException(value + " is not on the scale " + scale);
            }
        }
    }

    /// The answer as plain values, for conditions: an option's key, `true` or `false`, a number, a date, a text.
    default List<String> values() {
        return switch (this) {
            case Text(String text) -> List.of(text);
            case Email(String address) -> List.of(address);
            case Choice(List<FieldKey> options, Optional<String> other) -> {
                List<String> values = new ArrayList<>();
                options.forEach(option -> values.add(option.value()));
                other.ifPresent(values::add);
                yield List.copyOf(values);
            }
            case YesNo(boolean yes) -> List.of(Boolean.toString(yes));
            case Numeric(BigDecimal value) -> List.of(value.toPlainString());
            case Date(LocalDate value) -> List.of(value.toString());
            case Score score -> List.of(Integer.toString(score.value()));
        };
    }
}
