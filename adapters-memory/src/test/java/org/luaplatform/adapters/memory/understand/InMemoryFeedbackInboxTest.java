package org.luaplatform.adapters.memory.understand;

import org.luaplatform.domain.learn.FeedbackInbox;
import org.luaplatform.domain.learn.testing.FeedbackInboxContract;

final class InMemoryFeedbackInboxTest implements FeedbackInboxContract {

    private final FeedbackInbox inbox = new InMemoryFeedback().inbox();

    @Override
    public FeedbackInbox feedbackInbox() {
        return inbox;
    }
}
