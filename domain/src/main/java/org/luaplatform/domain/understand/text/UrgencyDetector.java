package org.luaplatform.domain.understand.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.Urgency;
import org.luaplatform.domain.understand.Urgency.Level;

/// Finds the words that call for somebody to look soon.
///
/// Alarming words are no alarm in praise: "when I bled they came at once". Only talk of harming oneself is worth a look
/// even there.
final class UrgencyDetector {

    private enum Kind {
        CRISIS,
        HARM,
        LEGAL,
        DATA,
        LEAVING,
        PRESSING;

        Level levelIn(SentimentLabel sentiment) {
            boolean praise = sentiment == SentimentLabel.POSITIVE;
            return switch (this) {
                case CRISIS -> praise ? Level.LOW : Level.HIGH;
                case HARM, LEGAL, DATA, LEAVING -> praise ? Level.NONE : Level.HIGH;
                case PRESSING -> praise || sentiment == SentimentLabel.NEUTRAL ? Level.NONE : Level.LOW;
            };
        }
    }

    private record Signal(List<String> words, Kind kind, boolean evenNegated) {}

    private final Grammar grammar;
    private final Map<String, List<Signal>> signals = new HashMap<>();

    private UrgencyDetector(Grammar grammar) {
        this.grammar = grammar;
    }

    static UrgencyDetector load(String language, Grammar grammar) {
        UrgencyDetector detector = new UrgencyDetector(grammar);
        for (String line : Resources.lines("urgency-" + language + ".txt")) {
            int colon = line.indexOf(':');
            Kind kind = Kind.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
            for (String entry : Resources.parts(line.substring(colon + 1), ',')) {
                detector.add(entry, kind);
            }
        }
        return detector;
    }

    private void add(String entry, Kind kind) {
        boolean evenNegated = entry.endsWith("!");
        String phrase = evenNegated ? entry.substring(0, entry.length() - 1) : entry;
        List<String> words = Resources.parts(phrase, ' ');
        signals.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>()).add(new Signal(words, kind, evenNegated));
    }

    Urgency urgency(String text, List<Token> tokens, SentimentLabel sentiment) {
        Urgency greatest = Urgency.NONE;
        int reach = 0;
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (!token.isWord()) {
                reach = token.isBoundary() ? 0 : reach;
                continue;
            }
            for (Signal signal : signals.getOrDefault(token.word(), List.of())) {
                int last = at + signal.words().size() - 1;
                if ((reach <= 0 || signal.evenNegated()) && matches(tokens, at, signal.words())) {
                    Level level = signal.kind().levelIn(sentiment);
                    if (level.compareTo(greatest.level()) > 0) {
                        String words =
                                text.substring(token.start(), tokens.get(last).end());
                        greatest = new Urgency(level, Optional.of(words));
                    }
                }
            }
            if (greatest.level() == Level.HIGH) {
                return greatest;
            }
            reach = grammar.negates(token.word()) ? Grammar.REACH_OF_A_NEGATOR : reach - 1;
        }
        return greatest;
    }

    private static boolean matches(List<Token> tokens, int start, List<String> words) {
        if (start + words.size() > tokens.size()) {
            return false;
        }
        for (int at = 1; at < words.size(); at++) {
            if (!tokens.get(start + at).word().equals(words.get(at))) {
                return false;
            }
        }
        return true;
    }
}
