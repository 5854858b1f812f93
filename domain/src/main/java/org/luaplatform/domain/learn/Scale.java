package org.luaplatform.domain.learn;

import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Pointer;

/// A row of whole numbers on which people say how satisfied they are.
public sealed interface Scale {

    int lowest();

    int highest();

    /// Stars, smileys, numbers: 1 to `points`, the more the better.
    ///
    /// @param points 3 to 10
    record Rating(int points) implements Scale {
        public Rating {
            if (points < 3 || points > 10) {
                throw new Invalid(Pointer.to("scale"), "must be between 3 and 10");
            }
        }

        @Override
        public int lowest() {
            return 1;
        }

        @Override
        public int highest() {
            return points;
        }
    }

    /// Net Promoter Score: how likely people are to recommend us, 0 (not at all) to 10 (certainly).
    record Nps() implements Scale {
        @Override
        public int lowest() {
            return 0;
        }

        @Override
        public int highest() {
            return 10;
        }
    }

    /// Customer satisfaction: 1 (very unsatisfied) to 5 (very satisfied).
    record Csat() implements Scale {
        @Override
        public int lowest() {
            return 1;
        }

        @Override
        public int highest() {
            return 5;
        }
    }

    /// Customer effort: "the organization made it easy for me", 1 (strongly disagree) to 7 (strongly agree).
    record Ces() implements Scale {
        @Override
        public int lowest() {
            return 1;
        }

        @Override
        public int highest() {
            return 7;
        }
    }

    default boolean accepts(int value) {
        return value >= lowest() && value <= highest();
    }

    /// Where `value` lies between the lowest (0) and the highest (100), so that scales can be compared.
    default Satisfaction satisfaction(int value) {
        return new Satisfaction((int) Math.round(100.0 * (value - lowest()) / (highest() - lowest())));
    }
}
