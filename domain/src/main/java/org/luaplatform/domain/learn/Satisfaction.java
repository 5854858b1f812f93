package org.luaplatform.domain.learn;

import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Pointer;

/// How satisfied somebody says they are, whatever scale they were asked on.
///
/// @param percent 0 (the scale's lowest value) to 100 (its highest)
public record Satisfaction(int percent) {

    public Satisfaction {
        if (percent < 0 || percent > 100) {
            throw new Invalid(Pointer.ROOT, "must be between 0 and 100");
        }
    }
}
