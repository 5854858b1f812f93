package org.luaplatform.domain.understand.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AffixesTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "en, times, time",
                "en, waiting, wait",
                "en, parking, park",
                "en, ladies, lady",
                "en, dresses, dress",
                "en, boxes, box",
                "en, watches, watch",
                "en, dishes, dish",
                "en, glass, glass",
                "en, status, status",
                "en, analysis, analysis",
                "en, bus, bus",
                "en, cars, car",
                "en, was, was",
                "en, ties, tie",
                "en, shopping, shop",
                "en, planning, plan",
                "en, staffing, staff",
                "en, billing, bill",
                "en, dressing, dress",
                "en, patient's, patient",
                "en, string, string",
                "en, evening, even",
                "en, bookings, book",
                "en, things, thing",
                "fr, chambres, chambre",
                "fr, l'accueil, accueil",
                "fr, prix, pri",
                "es, habitaciones, habitacion",
                "es, camas, cama",
                "es, mes, mes",
                "pt, quartos, quarto",
                "it, camere, camer",
                "it, camera, camer",
                "de, zimmern, zimmer",
                "de, wartezeiten, wartezeit",
                "nl, kamers, kamer",
                "nl, artsen, arts",
                "id, barangnya, barang",
                "id, rumahku, rumah",
                "ar, الاسعار, اسعار",
                "ar, وال, وال",
                "ar, والدخول, دخول",
                "ar, مواقفها, مواقف",
                "ar, خدمات, خدم",
                "ar, الاب, الاب",
                "xx, words, words"
            })
    void words_of_one_topic_meet_in_one_form(String language, String word, String stem) {
        assertThat(Affixes.stem(language, word)).isEqualTo(stem);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "en, arrived, true",
                "en, speed, false",
                "en, red, false",
                "en, moved, true",
                "en, quickly, true",
                "en, fly, false",
                "en, helpful, true",
                "en, awful, false",
                "en, painless, true",
                "en, nervous, true",
                "en, cleanest, true",
                "en, guest, false",
                "en, washable, true",
                "en, table, false",
                "en, drinkable, true",
                "en, horrible, true",
                "en, massive, true",
                "en, olive, false",
                "en, stylish, true",
                "en, polish, false",
                "en, don't, true",
                "en, patient's, false",
                "en, food, false",
                "id, dikirim, true",
                "id, diam, false",
                "id, membeli, true",
                "id, memang, false",
                "id, mendapat, true",
                "id, berfungsi, true",
                "id, barang, false",
                "fr, rapidement, true",
                "fr, ciment, false",
                "fr, médicament, false",
                "fr, affreuse, true",
                "es, rápidamente, true",
                "es, mente, false",
                "pt, lentamente, true",
                "it, veramente, true",
                "de, schnell, false"
            })
    void endings_show_words_that_name_nothing(String language, String word, boolean expected) {
        assertThat(Affixes.showNoNoun(language, word)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "l'accueil, accueil",
                "qu'il, il",
                "aujourd'hui, aujourd'hui",
                "d', d'",
                "'tis, 'tis",
                "accueil, accueil",
                "dell'acqua, acqua",
                "والدخول, الدخول",
                "والي, والي"
            })
    void articles_that_are_written_as_one_with_the_word_are_left_out(String word, String rest) {
        assertThat(Affixes.elided(word)).isEqualTo(rest);
    }
}
