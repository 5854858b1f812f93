package org.luaplatform.domain.testing;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Violation;

/// Reads refusals as people read them.
public final class Refusals {

    private Refusals() {}

    /// Everything that is wrong with the input which `making` is given, such as `/title must not be blank`; empty
    /// if it is not refused.
    public static List<String> violations(ThrowingCallable making) {
        Invalid invalid = catchThrowableOfType(Invalid.class, making);
        return invalid == null
                ? List.of()
                : invalid.violations().stream().map(Violation::toString).toList();
    }
}
