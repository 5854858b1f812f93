package org.luaplatform.domain.understand.text;

/// What kind of answer a question invites. "Nothing" is praise after one, and blame after another.
enum QuestionKind {
    /// No question is known.
    NONE,
    /// A question that leans to neither side, or to both.
    OPEN,
    IMPROVEMENT,
    PRAISE;

    private final int number = Hashes.of(name());

    /// Its number in what models are taught.
    int number() {
        return number;
    }
}
