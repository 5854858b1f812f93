package org.luaplatform.domain.understand.text;

/// One piece of a text: a word, or something between words that matters.
///
/// @param word what the piece says in its normalised form: lower case, composed, without vowel marks
/// @param start where it begins in the original text, in UTF-16 units
/// @param end where it ends, exclusive
record Token(String word, int start, int end, Kind kind) {

    enum Kind {
        /// Letters, perhaps with an apostrophe or a few digits within.
        WORD,
        /// A quantity, a date, a phone number, a reference: digits make it up.
        NUMBER,
        /// A pictograph, or an emoticon made of punctuation.
        EMOJI,
        /// An address of a person or a page. What it says is nobody's topic.
        PRIVATE,
        /// A comma, a bracket, a dash: the end of a clause.
        CLAUSE,
        /// The end of a sentence or of a line.
        SENTENCE
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    /// Whether nothing that begins before this token reaches beyond it.
    boolean isBoundary() {
        return kind == Kind.CLAUSE || kind == Kind.SENTENCE;
    }
}
