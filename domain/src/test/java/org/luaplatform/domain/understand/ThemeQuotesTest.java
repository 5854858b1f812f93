package org.luaplatform.domain.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.understand.testing.TestEntries.anEntry;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.understand.testing.TestEntries;

final class ThemeQuotesTest {

    private static List<Theme.Quote> quotes(TestEntries... entries) {
        var topics =
                new RecentTopics(Arrays.stream(entries).map(TestEntries::entry).toList());
        return new ThemeQuotes(topics, new BuiltInEmbedder()).of(Set.of("queue"));
    }

    private static TestEntries about(String text) {
        return anEntry().says(text).about(new Keyword("queue", "queues"));
    }

    private static List<String> texts(TestEntries... entries) {
        return quotes(entries).stream().map(Theme.Quote::text).toList();
    }

    @Test
    void a_quote_is_what_somebody_said_and_how_they_felt() {
        var entry = about("The queues at the bakery were far too long.").feels(SentimentLabel.NEGATIVE, -0.7);

        var quotes = quotes(entry);

        assertThat(quotes)
                .containsExactly(new Theme.Quote(
                        entry.entry().feedback().id(),
                        "The queues at the bakery were far too long.",
                        new Sentiment(SentimentLabel.NEGATIVE, -0.7, 0.8)));
    }

    @Test
    void only_feedback_of_the_theme_is_quoted() {
        assertThat(texts(anEntry()
                        .says("The queues at the bakery were far too long.")
                        .about("weather")))
                .isEmpty();
    }

    @Test
    void a_quote_begins_with_the_sentence_that_mentions_the_theme() {
        assertThat(texts(about("We came on Monday.  It rained.\nQueues\teverywhere, \n as always!")))
                .as("the rest is too short to stand alone")
                .isEmpty();
        assertThat(texts(about("We came on Monday. The Queues at the bakery were\u00a0long   as always! Bye.")))
                .containsExactly("The Queues at the bakery were\u00a0long as always! Bye.");
    }

    @Test
    void a_quote_has_40_to_200_characters() {
        String shortest = "Queues " + "x".repeat(33);
        String longest = "Queues " + "x".repeat(193);

        assertThat(texts(about(shortest))).containsExactly(shortest);
        assertThat(texts(about(shortest.substring(1)))).isEmpty();
        assertThat(texts(about(longest))).containsExactly(longest);
        assertThat(texts(about(longest + "x"))).isEmpty();
    }

    @Test
    void sentences_follow_as_long_as_the_quote_is_short() {
        String first = "Queues are terrible at this place.";
        String second = "Nobody seems to care at all about it.";
        String third = "Also the weather was bad today here.";

        assertThat(texts(about(first + " " + second + " " + third)))
                .containsExactly(first + " " + second + " " + third);
        assertThat(texts(about(first + " " + second + " Really it is so. " + third)))
                .containsExactly(first + " " + second + " Really it is so.");
    }

    @Test
    void a_sentence_that_does_not_fit_any_more_is_left_out() {
        String first = "Queues are terrible at this place and everywhere.";

        assertThat(texts(about(first + " " + "x".repeat(151) + "."))).containsExactly(first);
        assertThat(texts(about(first + " " + "x".repeat(149) + ".")))
                .containsExactly(first + " " + "x".repeat(149) + ".");
    }

    @Test
    void nobody_is_exposed() {
        assertThat(texts(
                        about("These queues! Write to me at jo@example.com about all of it."),
                        about("These queues! Ring me on +44 (0)20 7946-0958 about all of it."),
                        about("These queues! My number is 485 777 3456, look it all up please."),
                        about("These queues! See https://example.com/jo for the whole story."),
                        about("These queues! See www.example.com for the whole sad story."),
                        about("These queues! Tell @jo_from_york about the whole sad story.")))
                .isEmpty();
        assertThat(texts(about("These queues on 21/09/21 cost me 45 minutes and 12.50 in parking.")))
                .as("a date or a price exposes nobody")
                .hasSize(1);
    }

    @Test
    void quotes_say_different_things() {
        var quotes = texts(
                about("The queues at the bakery were far too long."),
                about("The queues at the bakery were far too long!"),
                about("Queues everywhere, nobody opened a second checkout for us."));

        assertThat(quotes).hasSize(2).contains("Queues everywhere, nobody opened a second checkout for us.");
    }

    @Test
    void typical_words_come_first() {
        var quotes = texts(
                about("Fax machine, queues, rubber duck, philosophy of purple umbrellas."),
                about("The queues at the checkout were far too long on Monday."),
                about("Queues at the checkout again, nobody opens another till for customers."),
                about("Please open another till when the queues at the checkout get long."),
                about("Nobody cares about the queues, we waited long at the checkout."));

        assertThat(quotes)
                .hasSize(3)
                .doesNotContain("Fax machine, queues, rubber duck, philosophy of purple umbrellas.");
    }

    @Test
    void two_are_of_the_mood_of_most_and_one_is_of_the_others() {
        var quotes = quotes(
                about("Queues at the checkout were terrible on Monday.").feels(SentimentLabel.NEGATIVE, -0.5),
                about("Terrible! We stood in queues for half an hour.").feels(SentimentLabel.NEGATIVE, -0.5),
                about("Why are there always queues when I visit you?").feels(SentimentLabel.NEGATIVE, -0.5),
                about("No queues whatsoever this time, what a relief!").feels(SentimentLabel.POSITIVE, 0.5));

        assertThat(quotes)
                .extracting(quote -> quote.sentiment().label())
                .containsExactly(SentimentLabel.NEGATIVE, SentimentLabel.NEGATIVE, SentimentLabel.POSITIVE);
    }

    @Test
    void without_feedback_there_is_nothing_to_quote() {
        assertThat(quotes()).isEmpty();
    }
}
