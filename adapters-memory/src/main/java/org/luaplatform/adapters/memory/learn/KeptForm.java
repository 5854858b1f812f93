package org.luaplatform.adapters.memory.learn;

import java.time.Duration;
import org.luaplatform.domain.learn.Form;

/// A form at hand, and when to look it up again.
final class KeptForm {

    /// After a look-up that failed, the next waits this long: a store that is away has enough to do.
    private static final long PAUSE_MILLIS = 1_000;

    /// A failed look-up excuses that the form is old for this long, within which the next will have failed or not.
    private static final long EXCUSED_MILLIS = 10_000;

    /// When a form was used need not be known more exactly, and threads that note it get in each other's way.
    private static final long NOTED_MILLIS = 1_000;

    private final Form form;
    private volatile long freshUntil;
    private volatile long due;
    private volatile long lastUsed;

    KeptForm(Form form, long now, Duration keptFor) {
        this.form = form;
        this.freshUntil = now + keptFor.toMillis();
        this.due = now + keptFor.toMillis() * 2 / 3;
        this.lastUsed = now;
    }

    Form form() {
        return form;
    }

    /// Whether it is time to look it up again.
    boolean isDue(long now) {
        return now >= due;
    }

    /// Whether it need not be looked up before it is shown.
    boolean isFresh(long now) {
        return now < freshUntil;
    }

    long lastUsed() {
        return lastUsed;
    }

    void use(long now) {
        if (now - lastUsed >= NOTED_MILLIS) {
            lastUsed = now;
        }
    }

    /// The look-up failed: the next one has time.
    void postpone(long now) {
        due = now + PAUSE_MILLIS;
    }

    /// The store is away or slow: nobody shall wait for it.
    void excuse(long now) {
        freshUntil = Math.max(freshUntil, now + EXCUSED_MILLIS);
    }
}
