package org.luaplatform.domain.understand.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.testing.Concurrently;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.Sentiment;
import org.luaplatform.domain.understand.TextAnalyzer;
import org.luaplatform.domain.understand.TextAnalyzer.Analysis;
import org.luaplatform.domain.understand.TextAnalyzer.Passage;
import org.luaplatform.domain.understand.Urgency;

/// What every adapter of [TextAnalyzer] promises. How well it reads is for tests of its own.
public interface TextAnalyzerContract {

    List<String> ODD_TEXTS = List.of(
            "",
            " ",
            "\n\t\r",
            "\u0000",
            "\u0000\u0001\uFFFF\uFFFE",
            "\uD83D",
            "\uDE00\uD83D",
            "\u200B\u200D\u2060",
            "\u202Eright to left\u202C",
            "e\u0301\u0323\u0301".repeat(50),
            "😀👩‍👩‍👧‍👦🏳️‍🌈",
            "!!!???...",
            "12345 67890",
            "<script>alert(1)</script>",
            "'; DROP TABLE feedback; --",
            "${jndi:ldap://example.org}",
            "https://example.org/?q=a&b=c ada@example.org",
            "AAAAAAAA",
            "a",
            "漢字かな交じり文",
            "मुझे बहुत देर तक इंतज़ार करना पड़ा",
            "الانتظار طويل جدا",
            "Queues. ".repeat(2_000),
            "x".repeat(20_000));

    TextAnalyzer textAnalyzer();

    @Test
    default void says_who_it_is() {
        var version = textAnalyzer().version();

        assertThat(version).isEqualTo(textAnalyzer().version());
        assertThat(version.name()).isNotBlank();
        assertThat(version.version()).isNotBlank();
    }

    @Test
    default void refuses_no_text_however_odd() {
        for (String text : ODD_TEXTS) {
            assertSound(analyze(text));
        }
    }

    @Test
    default void refuses_no_text_that_chance_writes() {
        var random = new Random(17);

        for (int i = 0; i < 300; i++) {
            String text = random.ints(random.nextInt(200), 0, 0x2_0000)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            assertSound(analyze(text));
        }
    }

    @Test
    default void hints_and_questions_may_be_as_odd() {
        for (String odd : ODD_TEXTS) {
            for (String tag : List.of("en", "und", "xx", "zz-zzzz-zz", "zh-hant-tw")) {
                assertSound(textAnalyzer()
                        .analyze(new Passage("Too slow", Optional.of(new Language(tag)), Optional.of(odd))));
            }
        }
    }

    @Test
    default void the_same_text_gives_the_same_analysis() {
        for (String text : ODD_TEXTS) {
            assertThat(analyze(text)).isEqualTo(analyze(text));
        }
    }

    @Test
    default void many_threads_read_the_same_in_the_same_text() {
        var analyses =
                Concurrently.call(20, _ -> ODD_TEXTS.stream().map(this::analyze).toList());

        assertThat(analyses).containsOnly(analyses.getFirst());
    }

    @Test
    default void where_nothing_is_said_nothing_is_found() {
        for (String text : List.of("", " \n\t")) {
            assertThat(analyze(text))
                    .isEqualTo(new Analysis(Language.UNDETERMINED, Sentiment.NOT_ASSESSED, List.of(), Urgency.NONE));
        }
    }

    private Analysis analyze(String text) {
        return textAnalyzer().analyze(new Passage(text, Optional.empty(), Optional.empty()));
    }

    private static void assertSound(Analysis analysis) {
        assertThat(analysis.keywords())
                .hasSizeLessThanOrEqualTo(5)
                .extracting(Keyword::term)
                .doesNotHaveDuplicates();
        if (!analysis.sentiment().isAssessed()) {
            assertThat(analysis.sentiment()).isEqualTo(Sentiment.NOT_ASSESSED);
        }
        assertThat(analysis.urgency().because().isPresent())
                .isEqualTo(analysis.urgency().level() != Urgency.Level.NONE);
    }
}
