package org.luaplatform.domain.understand.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the words that name persons, so that nobody becomes a keyword.
///
/// Three signs: a title before a capitalised word, a given name that we know, and, in English, an unknown capitalised
/// word
/// after a word that persons follow ("thanks to", "nurse", "called").
final class Persons {

    private static final Set<String> TITLES = Set.of(
            "dr",
            "mr",
            "mrs",
            "ms",
            "miss",
            "sir",
            "prof",
            "professor",
            "doctor",
            "nurse",
            "sister",
            "matron",
            "madam",
            "mme",
            "monsieur",
            "madame",
            "herr",
            "frau",
            "señor",
            "señora",
            "signor",
            "signora",
            "senhor",
            "senhora",
            "meneer",
            "mevrouw",
            "pak",
            "bapak",
            "bu",
            "ibu",
            "mas",
            "mbak",
            "kak");

    private static final Set<String> LEADS = Set.of(
            "by",
            "with",
            "to",
            "from",
            "thank",
            "thanks",
            "called",
            "named",
            "and",
            "especially",
            "particularly",
            "lady",
            "for",
            "consultant",
            "therapist",
            "receptionist",
            "manager",
            "driver",
            "waiter",
            "waitress",
            "midwife",
            "physio",
            "physiotherapist",
            "carer",
            "agent",
            "assistant",
            "saw",
            "met",
            "ask",
            "asked",
            "hi",
            "hello",
            "dear");

    private static final int LONGEST_ABBREVIATED_TITLE = 3;

    private final Set<String> givenNames;

    private Persons(Set<String> givenNames) {
        this.givenNames = givenNames;
    }

    static Persons load() {
        Set<String> names = new HashSet<>();
        for (String line : Resources.lines("names.txt")) {
            names.addAll(Resources.parts(line, ' '));
        }
        return new Persons(names);
    }

    /// For each token whether it is part of a person's name.
    boolean[] in(String text, List<Token> tokens, Vocabulary vocabulary) {
        boolean[] persons = new boolean[tokens.size()];
        boolean capitals = usesCapitals(text, tokens);
        boolean english = vocabulary.language().equals("en");
        boolean sentenceStart = true;
        for (int at = 0; at < persons.length; at++) {
            Token token = tokens.get(at);
            if (token.isWord()) {
                boolean capital = capitals && isCapitalised(text, token);
                String before = at > 0 ? tokens.get(at - 1).word() : "";
                boolean known = givenNames.contains(token.word()) && (capital || !capitals);
                boolean titled = isTitle(before, capital, capitals);
                boolean surname = at > 0 && persons[at - 1] && capital && !vocabulary.capitalisesNouns();
                boolean led = english && capital && !sentenceStart && LEADS.contains(before);
                persons[at] = known || ((titled || surname || led) && !vocabulary.isKnownTopic(token.word()));
            }
            sentenceStart = token.kind() == Token.Kind.SENTENCE;
        }
        return persons;
    }

    private static boolean isTitle(String before, boolean capital, boolean capitals) {
        return TITLES.contains(before) && (capital || (!capitals && before.length() <= LONGEST_ABBREVIATED_TITLE));
    }

    /// Whether capitals say anything: not in a text without any, nor in one where every word has one.
    private static boolean usesCapitals(String text, List<Token> tokens) {
        int capitalised = 0;
        int words = 0;
        for (Token token : tokens) {
            if (token.isWord()) {
                words++;
                capitalised += isCapitalised(text, token) ? 1 : 0;
            }
        }
        return capitalised > 0 && (words < 4 || capitalised < words);
    }

    /// Whether the word begins with a capital and does not go on with capitals, as an abbreviation or a shout does.
    static boolean isCapitalised(String text, Token token) {
        return Character.isUpperCase(text.codePointAt(token.start()))
                && !Character.isUpperCase(text.codePointBefore(token.end()));
    }
}
