package org.luaplatform.domain.learn;

import java.math.BigDecimal;
import java.util.List;

/// An answer as it arrived, before anybody knows which question it belongs to.
public sealed interface RawAnswer {

    record Text(String value) implements RawAnswer {}

    record Numeric(BigDecimal value) implements RawAnswer {}

    record Bool(boolean value) implements RawAnswer {}

    /// Several values, as for a multiple choice.
    record Many(List<RawAnswer> values) implements RawAnswer {
        public Many {
            values = List.copyOf(values);
        }
    }

    /// What somebody wrote under "other".
    record Other(String text) implements RawAnswer {}

    /// Explicitly nothing, which is the same as no answer.
    record Nothing() implements RawAnswer {}

    /// Something that is no answer to any question, such as a nested object.
    record Unreadable() implements RawAnswer {}
}
