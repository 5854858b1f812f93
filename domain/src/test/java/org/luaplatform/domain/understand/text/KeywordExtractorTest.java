package org.luaplatform.domain.understand.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaplatform.domain.understand.Keyword;

class KeywordExtractorTest {

    private static final Persons PERSONS = Persons.load();

    @ParameterizedTest
    @CsvSource({
        "en, 'The staff were really good and the food was amazing', staff, food",
        "en, 'Long waiting times and no car park', car park, waiting times",
        "fr, 'Le temps d''attente était trop long et la qualité de l''accueil mauvaise', qualité de l'accueil, temps d'attente",
        "de, 'Das Essen war kalt und die Wartezeit zu lang', Essen, Wartezeit",
        "es, 'La calidad de servicio fue mala y la habitación muy pequeña', calidad de servicio, habitación",
        "it, 'La camera era sporca e la colazione fredda', camera, colazione",
        "pt, 'O quarto era pequeno e o café frio', quarto, café",
        "nl, 'De kamer was klein en het ontbijt koud', kamer, ontbijt",
        "id, 'Pengiriman cepat, kemasan rapi', Pengiriman, kemasan",
        "ar, 'الأسعار مرتفعة والخدمة بطيئة', الأسعار, الخدمة"
    })
    void topics_are_found_in_each_language(String language, String text, String first, String second) {
        assertThat(displays(language, text)).containsAnyOf(first, first.toLowerCase(java.util.Locale.ROOT));
        assertThat(displays(language, text)).anyMatch(display -> display.startsWith(second));
    }

    @Test
    void a_term_is_the_normal_form_and_the_display_what_people_wrote() {
        assertThat(keywords("en", "Waiting times at the NHS"))
                .containsExactly(new Keyword("wait time", "waiting times"), new Keyword("nhs", "NHS"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Really good, amazing!",
                "I can't wait",
                "They did very well",
                "Excellent and friendly",
                "We talked quickly",
                "ok",
                "",
                "Call me on 07700 900123 or jo@example.org, see www.example.org",
                "My number is AB123456C",
                "hours",
                "help"
            })
    void opinions_verbs_addresses_and_numbers_are_no_topics(String text) {
        assertThat(keywords("en", text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sarah Jones was lovely",
                "thanks to sarah",
                "Dr Okonkwo listened",
                "dr. okonkwo listened",
                "Nurse Oyelaran was great",
                "I spoke with Oyelaran",
                "A lady called Xiomara helped",
                "MR JONES HELPED"
            })
    void persons_are_no_topics(String text) {
        assertThat(displays("en", text))
                .noneMatch(display ->
                        display.toLowerCase(java.util.Locale.ROOT).matches(".*(sarah|okonkwo|oyelaran|xiomara).*"));
    }

    @Test
    void a_word_that_only_helps_is_a_topic_in_company_but_not_alone() {
        assertThat(displays("en", "The response time is bad, the time is bad")).containsExactly("response time");
        assertThat(displays("en", "The opening hours are bad. Three hours wait"))
                .containsExactlyInAnyOrder("opening hours", "wait");
    }

    @Test
    void a_link_joins_two_topics_but_neither_begins_nor_ends_one() {
        assertThat(displays("es", "La calidad de. Servicio")).containsExactly("calidad", "servicio");
        assertThat(displays("es", "Es de servicio")).containsExactly("servicio");
    }

    @Test
    void early_frequent_and_well_known_topics_come_first_and_no_more_than_five() {
        assertThat(displays("en", "zorbs and staff")).containsExactly("staff", "zorbs");
        assertThat(displays("en", "food and staff. staff. staff.")).containsExactly("staff", "food");
        assertThat(displays("en", "food and staff")).containsExactly("food", "staff");
        assertThat(displays("en", "staff, food, ward, nurses, doctors, parking, beds"))
                .hasSize(KeywordExtractor.MOST);
    }

    @Test
    void a_long_run_of_words_is_cut_into_pairs_from_its_end() {
        assertThat(displays("en", "airport business lounge food selection"))
                .containsExactlyInAnyOrder("airport", "business lounge", "food selection");
        assertThat(displays("en", "hospital car park")).containsExactly("hospital car park");
    }

    @Test
    void shouting_and_hyphens_are_shown_as_people_read_them() {
        assertThat(displays("en", "the RECEPTION AREA, the A-line skirt, the check-in desk"))
                .contains("reception area", "line skirt");
    }

    @Test
    void some_digits_may_stand_in_a_topic() {
        assertThat(displays("en", "The covid19 rules, b12 and abc12")).contains("covid19 rules", "abc12");
        assertThat(displays("en", "The covid19 rules, b12 and abc12")).doesNotContain("b12");
    }

    @Test
    void only_the_beginning_of_an_endless_text_is_searched() {
        assertThat(displays("en", "the ".repeat(2_000) + "staff")).isEmpty();
        assertThat(displays("en", "the ".repeat(1_999) + "staff")).containsExactly("staff");
    }

    @Test
    void a_term_that_would_be_too_long_is_none() {
        assertThat(displays("en", "a".repeat(31))).isEmpty();
        assertThat(displays("en", "bab".repeat(10))).hasSize(1);
        assertThat(displays("en", ("bab".repeat(10) + " ").repeat(3))).isEmpty();
    }

    private static List<String> displays(String language, String text) {
        return keywords(language, text).stream().map(Keyword::display).toList();
    }

    private static List<Keyword> keywords(String language, String text) {
        Vocabulary vocabulary = Vocabulary.load(language, SentimentReader.polarity(language));
        return new KeywordExtractor(vocabulary, PERSONS).keywords(text, Tokenizer.tokenize(text));
    }
}
