package org.luaplatform.domain.understand;

/// A word or short phrase that says what a text is about.
///
/// @param term the normal form under which equal topics meet: lower case, each word reduced to its stem or
///     singular, single blanks between, such as `wait time`; never blank, at most 80 characters
/// @param display the words as people read them, such as `waiting times`
public record Keyword(String term, String display) {

    public Keyword {
        if (term.isBlank() || term.length() > 80 || display.isBlank()) {
            throw new IllegalArgumentException("a keyword has a term of 1 to 80 characters and something to display");
        }
    }
}
