package org.luaplatform.domain.understand.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.text.Vocabulary.Role;

/// Finds what a text is about: phrases of up to three words that stand between words without a topic of their own, as
/// RAKE
/// does, ranked by how early and how often they come and by whether people use them as nouns.
///
/// No person, address, number or reference becomes a keyword.
final class KeywordExtractor {

    static final int MOST = 5;

    private static final int LONGEST_PHRASE = 3;
    private static final int LONGEST_TERM = 80;

    /// Enough of a text to know its topics by.
    private static final int TOKENS_READ = 2_000;

    private static final int LONGEST_ABBREVIATION = 5;
    private static final int MOST_DIGITS = 2;
    private static final double WORTH_OF_A_KNOWN_TOPIC = 1.0;
    private static final double WORTH_OF_AN_UNKNOWN_WORD = 0.45;
    private static final double WORTH_OF_A_WEAK_WORD = 0.3;
    private static final double FADE = 0.015;

    private final Vocabulary vocabulary;
    private final Persons persons;

    KeywordExtractor(Vocabulary vocabulary, Persons persons) {
        this.vocabulary = vocabulary;
        this.persons = persons;
    }

    private static final class Candidate {

        private final String term;
        private final String display;
        private final int first;
        private final double worth;
        private int uses = 1;

        Candidate(String term, String display, int first, double worth) {
            this.term = term;
            this.display = display;
            this.first = first;
            this.worth = worth;
        }

        double score() {
            return worth * Math.sqrt(uses) / (1 + FADE * first);
        }
    }

    List<Keyword> keywords(String text, List<Token> all) {
        List<Token> tokens = all.size() > TOKENS_READ ? all.subList(0, TOKENS_READ) : all;
        boolean[] named = persons.in(text, tokens, vocabulary);
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        List<Token> run = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            boolean verb = at > 0 && vocabulary.announcesVerb(tokens.get(at - 1).word());
            if (named[at] || verb || roleOf(text, token) == Role.NONE) {
                finish(text, run, candidates);
            } else {
                run.add(token);
            }
        }
        finish(text, run, candidates);
        return best(candidates);
    }

    private Role roleOf(String text, Token token) {
        if (!token.isWord()) {
            return Role.NONE;
        }
        Role role = vocabulary.roleOf(Affixes.elided(token.word()));
        if (role == Role.TOPIC
                && (hasTooManyDigits(token.word())
                        || (vocabulary.capitalisesNouns() && !Persons.isCapitalised(text, token)))) {
            return Role.NONE;
        }
        return role;
    }

    private static boolean hasTooManyDigits(String word) {
        int digits = 0;
        for (int at = 0; at < word.length(); at++) {
            digits += Character.isDigit(word.charAt(at)) ? 1 : 0;
        }
        return digits > 0 && (digits > MOST_DIGITS || word.length() - digits < 3);
    }

    /// In a run of more than three words, the last two are the likeliest phrase, and the others go by twos before it.
    private void finish(String text, List<Token> run, Map<String, Candidate> candidates) {
        int end = run.size();
        int longest = end > LONGEST_PHRASE ? 2 : LONGEST_PHRASE;
        while (end > 0) {
            int start = Math.max(0, end - longest);
            candidate(text, run.subList(start, end), candidates);
            end = start;
        }
        run.clear();
    }

    private void candidate(String text, List<Token> untrimmed, Map<String, Candidate> candidates) {
        List<Token> phrase = trimmed(untrimmed);
        StringBuilder term = new StringBuilder();
        double worth = 0;
        boolean topic = false;
        for (Token token : phrase) {
            String word = Affixes.elided(token.word());
            Role role = vocabulary.roleOf(word);
            if (role != Role.LINK) {
                topic |= role == Role.TOPIC;
                worth += worthOf(word, role);
                term.append(term.isEmpty() ? "" : " ").append(Affixes.stem(vocabulary.language(), word));
            }
        }
        if (!topic || term.length() > LONGEST_TERM) {
            return;
        }
        String key = term.toString();
        Candidate known = candidates.get(key);
        if (known == null) {
            double calm = Math.pow(phrase.size(), 0.6);
            candidates.put(key, new Candidate(key, display(text, phrase), candidates.size(), worth / calm));
        } else {
            known.uses++;
        }
    }

    private List<Token> trimmed(List<Token> phrase) {
        int start = 0;
        int end = phrase.size();
        while (start < end && (isA(Role.LINK, phrase.get(start)) || isA(Role.TAIL, phrase.get(start)))) {
            start++;
        }
        while (end > start && isA(Role.LINK, phrase.get(end - 1))) {
            end--;
        }
        return phrase.subList(start, end);
    }

    private boolean isA(Role role, Token token) {
        return vocabulary.roleOf(Affixes.elided(token.word())) == role;
    }

    private double worthOf(String word, Role role) {
        if (role == Role.WEAK || role == Role.TAIL) {
            return WORTH_OF_A_WEAK_WORD;
        }
        return vocabulary.isKnownTopic(word) ? WORTH_OF_A_KNOWN_TOPIC : WORTH_OF_AN_UNKNOWN_WORD;
    }

    /// The words as they were written, without the capitals that a sentence or a shout gave them.
    private String display(String text, List<Token> phrase) {
        StringBuilder display = new StringBuilder();
        for (Token token : phrase) {
            String written = written(text, token);
            if (display.isEmpty()) {
                display.append(Affixes.elided(written));
            } else {
                display.append(text.charAt(token.start() - 1) == '-' ? '-' : ' ')
                        .append(written);
            }
        }
        return display.toString();
    }

    private String written(String text, Token token) {
        String written = text.substring(token.start(), token.end());
        boolean abbreviation = written.length() <= LONGEST_ABBREVIATION
                && !Persons.isCapitalised(text, token)
                && !vocabulary.knows(token.word());
        boolean asWritten = vocabulary.capitalisesNouns() || abbreviation || hasNoCapital(written);
        return asWritten && written.codePoints().noneMatch(Characters::isInvisible) ? written : token.word();
    }

    private static boolean hasNoCapital(String word) {
        return word.codePoints().noneMatch(Character::isUpperCase);
    }

    private static List<Keyword> best(Map<String, Candidate> candidates) {
        return candidates.values().stream()
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .limit(MOST)
                .map(candidate -> new Keyword(candidate.term, candidate.display))
                .toList();
    }
}
