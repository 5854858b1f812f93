package org.luaplatform.domain.understand;

/// How a text feels about its subject.
public enum SentimentLabel {
    POSITIVE,
    NEUTRAL,
    NEGATIVE,
    /// Nothing to judge, or a language that the analyzer has no evidence for. Better no answer than a guess.
    NOT_ASSESSED
}
