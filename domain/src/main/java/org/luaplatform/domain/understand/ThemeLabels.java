package org.luaplatform.domain.understand;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/// Names themes as people mostly name what they are about.
final class ThemeLabels {

    private static final int LONGEST = 100;

    /// How much better a phrase of two or three words names a theme than a word that is said as often.
    private static final double PHRASE_FITS = 1.5;

    /// A name that fits is left alone unless another one fits twice as well: names should not change with the wind.
    private static final double BETTER = 2;

    private final RecentTopics topics;

    ThemeLabels(RecentTopics topics) {
        this.topics = topics;
    }

    String label(Set<String> terms, String otherwise) {
        return best(terms).map(this::display).orElse(otherwise);
    }

    String relabelled(String label, Set<String> terms) {
        double present = terms.stream()
                .filter(term -> display(term).equalsIgnoreCase(label))
                .mapToDouble(this::fit)
                .max()
                .orElse(0);
        return best(terms)
                .filter(term -> fit(term) >= BETTER * Math.max(present, 1))
                .map(this::display)
                .orElse(label);
    }

    private Optional<String> best(Set<String> terms) {
        return terms.stream()
                .filter(term -> fit(term) > 0)
                .max(Comparator.comparingDouble(this::fit).thenComparing(Comparator.reverseOrder()));
    }

    private double fit(String term) {
        int words = RecentTopics.words(term).size();
        return topics.about(term).cardinality() * (words == 2 || words == 3 ? PHRASE_FITS : 1);
    }

    private String display(String term) {
        String display = topics.display(term);
        return display.length() <= LONGEST ? display : display.substring(0, LONGEST);
    }
}
