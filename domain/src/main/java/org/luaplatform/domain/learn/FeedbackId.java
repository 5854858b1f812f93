package org.luaplatform.domain.learn;

import org.luaplatform.domain.Text;

/// Names one feedback.
public record FeedbackId(String value) {

    /// @throws FeedbackNotFound if no feedback can have this name
    public FeedbackId {
        if (!Text.isId(value)) {
            throw new FeedbackNotFound();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
