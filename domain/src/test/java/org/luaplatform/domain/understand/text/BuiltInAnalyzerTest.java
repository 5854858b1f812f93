package org.luaplatform.domain.understand.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.Sentiment;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.TextAnalyzer;
import org.luaplatform.domain.understand.Urgency;

class BuiltInAnalyzerTest {

    private static final TextAnalyzer ANALYZER = new BuiltInAnalyzer();

    @Test
    void says_who_it_is() {
        assertThat(ANALYZER.version()).isEqualTo(new TextAnalyzer.AnalyzerVersion("built-in", "1"));
    }

    @Test
    void reads_language_sentiment_topics_and_urgency_of_one_text() {
        TextAnalyzer.Analysis analysis =
                read("The waiting time was awful, the car park is full and the floor was slippery and dangerous.");

        assertThat(analysis.language()).isEqualTo(Language.ENGLISH);
        assertThat(analysis.sentiment().label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(analysis.keywords()).extracting(Keyword::display).contains("waiting time", "car park", "floor");
        assertThat(analysis.urgency()).isEqualTo(new Urgency(Urgency.Level.HIGH, Optional.of("dangerous")));
    }

    @Test
    void takes_nothing_for_praise_after_a_question_about_what_to_improve() {
        assertThat(answer("Nothing.", "What could we do better?").label()).isEqualTo(SentimentLabel.POSITIVE);
    }

    @Test
    void takes_nothing_for_blame_after_a_question_about_what_was_good() {
        assertThat(answer("Nothing.", "What was good?").label()).isEqualTo(SentimentLabel.NEGATIVE);
    }

    @Test
    void takes_a_short_answer_to_be_in_the_language_of_its_question() {
        assertThat(passage("No", Optional.empty(), Optional.of("What could we do better?"))
                        .language())
                .isEqualTo(Language.ENGLISH);
    }

    @Test
    void judges_indonesian() {
        TextAnalyzer.Analysis analysis = read("Barang rusak dan penjual tidak ramah, saya kecewa");

        assertThat(analysis.language().tag()).isEqualTo("id");
        assertThat(analysis.sentiment().label()).isEqualTo(SentimentLabel.NEGATIVE);
    }

    @Test
    void judges_arabic() {
        TextAnalyzer.Analysis analysis = read("المكان رائع والخدمة ممتازة والأسعار مناسبة");

        assertThat(analysis.language().tag()).isEqualTo("ar");
        assertThat(analysis.sentiment().label()).isEqualTo(SentimentLabel.POSITIVE);
    }

    @Test
    void assesses_no_sentiment_in_a_language_without_evidence() {
        TextAnalyzer.Analysis analysis = read("Le personnel était très gentil et le temps d'attente était court.");

        assertThat(analysis.language().tag()).isEqualTo("fr");
        assertThat(analysis.sentiment()).isEqualTo(Sentiment.NOT_ASSESSED);
        assertThat(analysis.keywords()).extracting(Keyword::display).contains("temps d'attente");
    }

    @Test
    void understands_pictographs_in_any_language() {
        assertThat(read("😍👍").sentiment().label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(read("😡👎").sentiment().label()).isEqualTo(SentimentLabel.NEGATIVE);
    }

    @Test
    void finds_nothing_in_nothing() {
        assertThat(read(" \n "))
                .isEqualTo(new TextAnalyzer.Analysis(
                        Language.UNDETERMINED, Sentiment.NOT_ASSESSED, java.util.List.of(), Urgency.NONE));
    }

    private static TextAnalyzer.Analysis read(String text) {
        return passage(text, Optional.empty(), Optional.empty());
    }

    private static Sentiment answer(String text, String question) {
        return passage(text, Optional.empty(), Optional.of(question)).sentiment();
    }

    private static TextAnalyzer.Analysis passage(String text, Optional<Language> hint, Optional<String> question) {
        return ANALYZER.analyze(new TextAnalyzer.Passage(text, hint, question));
    }
}
