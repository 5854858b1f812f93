package org.luaplatform.domain.learn;

import org.luaplatform.domain.NotFound;

/// There is no such feedback in the caller's organization.
public final class FeedbackNotFound extends NotFound {

    public FeedbackNotFound() {
        super("feedback-not-found", "There is no such feedback.");
    }
}
