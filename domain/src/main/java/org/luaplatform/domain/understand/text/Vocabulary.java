package org.luaplatform.domain.understand.text;

import java.util.Set;

/// What the words of one language can be to a topic.
final class Vocabulary {

    /// What a word is to a topic.
    enum Role {
        /// Can be a topic, alone or with others.
        TOPIC,
        /// Is one only together with others.
        WEAK,
        /// Is one only after others.
        TAIL,
        /// Joins two words to one topic: "temps d'attente".
        LINK,
        /// Is none, and ends a phrase.
        NONE
    }

    private static final Set<String> WITH_CAPITAL_NOUNS = Set.of("de");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 30;

    private final String language;
    private final LabelledLists lists;
    private final Polarity polarity;

    private Vocabulary(String language, LabelledLists lists, Polarity polarity) {
        this.language = language;
        this.lists = lists;
        this.polarity = polarity;
    }

    static Vocabulary load(String language, Polarity polarity) {
        return new Vocabulary(language, LabelledLists.read("vocabulary-" + language + ".txt"), polarity);
    }

    String language() {
        return language;
    }

    Set<String> stopWords() {
        return lists.of("stop");
    }

    /// Whether the language writes its nouns, and little else, with a capital.
    boolean capitalisesNouns() {
        return WITH_CAPITAL_NOUNS.contains(language);
    }

    /// Whether the word that comes after is a verb, even where it looks like a noun: "can't wait".
    boolean announcesVerb(String word) {
        return lists.of("verb-sign").contains(word);
    }

    /// Whether people were seen to use the word as a noun.
    boolean isKnownTopic(String word) {
        return lists.of("topic").contains(word);
    }

    /// Whether the word is listed, as whatever.
    boolean knows(String word) {
        return lists.listed(word);
    }

    Role roleOf(String word) {
        if (lists.of("link").contains(word)) {
            return Role.LINK;
        }
        if (lists.of("weak").contains(word)) {
            return Role.WEAK;
        }
        if (lists.of("tail").contains(word)) {
            return Role.TAIL;
        }
        if (isKnownTopic(word)) {
            return Role.TOPIC;
        }
        if (word.length() > LONGEST
                || (word.length() < SHORTEST && word.charAt(0) < 0x3000)
                || lists.of("stop").contains(word)
                || lists.of("opinion").contains(word)
                || polarity.of(word) != 0
                || Affixes.showNoNoun(language, word)) {
            return Role.NONE;
        }
        return Role.TOPIC;
    }
}
