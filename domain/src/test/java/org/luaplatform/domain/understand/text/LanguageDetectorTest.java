package org.luaplatform.domain.understand.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luaplatform.domain.Language;

class LanguageDetectorTest {

    private static final LanguageProfiles PROFILES = LanguageProfiles.load();
    private static final LanguageDetector DETECTOR = new LanguageDetector(PROFILES);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "en, The nurses were kind but I waited too long.",
                "fr, Le service était rapide et le personnel très aimable.",
                "de, Die Wartezeit war viel zu lang und das Essen kalt.",
                "es, La habitación estaba limpia y el desayuno muy rico.",
                "it, Il personale è stato gentile ma la camera era rumorosa.",
                "pt, O atendimento foi ótimo e não demorou nada.",
                "nl, De kamer was schoon en het personeel vriendelijk.",
                "id, Barangnya bagus dan pengirimannya cepat sekali.",
                "sv, Personalen var mycket trevlig och hjälpsam.",
                "da, Maden var rigtig god og betjeningen venlig.",
                "no, Det tok altfor lang tid før jeg fikk hjelp på sykehuset.",
                "pl, Obsługa była bardzo miła i szybka.",
                "tr, Personel çok ilgiliydi ama oda küçüktü.",
                "fi, Henkilökunta oli ystävällistä ja huone siisti.",
                "cs, Personál byl velmi milý a pokoj byl čistý.",
                "ro, Personalul a fost foarte amabil și camera curată.",
                "hu, A személyzet nagyon kedves volt és gyorsan segítettek.",
                "vi, Nhân viên rất thân thiện và phòng sạch sẽ.",
                "hr, Osoblje je bilo vrlo ljubazno i soba je bila čista.",
                "tl, Mabait ang mga tauhan at malinis ang kuwarto.",
                "ru, Персонал был очень вежливым и быстро помог нам.",
                "uk, Персонал був дуже ввічливим і швидко допоміг.",
                "bg, Персоналът беше много любезен и бързо ни помогна.",
                "ar, كان الموظفون ودودين جدا والخدمة سريعة",
                "fa, کارکنان بسیار مهربان بودند و اتاق تمیز بود",
                "ur, عملہ بہت مہربان تھا اور کمرہ صاف تھا",
                "he, הצוות היה אדיב מאוד",
                "el, Το προσωπικό ήταν πολύ ευγενικό",
                "hi, कर्मचारी बहुत अच्छे थे",
                "bn, কর্মচারীরা খুব ভালো ছিল",
                "ta, ஊழியர்கள் மிகவும் அன்பானவர்கள்",
                "te, సిబ్బంది చాలా మంచివారు",
                "kn, ಸಿಬ್ಬಂದಿ ತುಂಬಾ ಒಳ್ಳೆಯವರು",
                "ml, ജീവനക്കാർ വളരെ നല്ലവരാണ്",
                "gu, સ્ટાફ ખૂબ સારો હતો",
                "pa, ਸਟਾਫ ਬਹੁਤ ਚੰਗਾ ਸੀ",
                "si, කාර්ය මණ්ඩලය ඉතා හොඳයි",
                "th, พนักงานใจดีมาก",
                "lo, ພະນັກງານດີຫຼາຍ",
                "my, ဝန်ထမ်းများ ကောင်းသည်",
                "km, បុគ្គលិកល្អណាស់",
                "ka, პერსონალი ძალიან კეთილი იყო",
                "hy, Անձնակազմը շատ բարի էր",
                "am, ሰራተኞቹ በጣም ጥሩ ነበሩ",
                "ko, 직원들이 매우 친절했습니다",
                "ja, スタッフはとても親切でした",
                "zh, 工作人员非常友好"
            })
    void tells_languages_apart(String tag, String text) {
        assertThat(detect(text, Optional.empty())).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({"Nothing, en", "Good service, en", "Bagus, id", "ممتاز, ar", "Danke schön, de"})
    void knows_the_common_words_of_short_answers(String text, String tag) {
        assertThat(detect(text, Optional.empty())).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource(value = {"ok", "x", "10/10", "'!'", "''", "No"})
    void says_that_it_does_not_know(String text) {
        assertThat(detect(text, Optional.empty())).isEqualTo("und");
    }

    @Test
    void a_hint_settles_what_the_text_leaves_open() {
        assertThat(detect("No", Optional.of("en"))).isEqualTo("en");
        assertThat(detect("No", Optional.of("es-mx"))).isEqualTo("es");
    }

    @Test
    void a_hint_is_overruled_by_a_text_that_is_clear() {
        assertThat(detect("Die Wartezeit war viel zu lang und das Essen kalt.", Optional.of("en")))
                .isEqualTo("de");
        assertThat(detect("Die Wartezeit war viel zu lang.", Optional.of("eo"))).isEqualTo("de");
    }

    @Test
    void japanese_is_known_by_few_kana_among_many_chinese_characters() {
        assertThat(detect("東京都千代田区の病院", Optional.empty())).isEqualTo("ja");
        assertThat(detect("中华人民共和国国务院办公厅の", Optional.empty())).isEqualTo("zh");
    }

    @Test
    void a_foreign_name_does_not_hide_the_script_of_the_rest() {
        assertThat(detect("Персонал iPhone был очень вежливым", Optional.empty()))
                .isEqualTo("ru");
    }

    @Test
    void the_beginning_of_a_long_text_settles_its_language() {
        String text = "The nurses were kind. ".repeat(100) + "Die Wartezeit war viel zu lang. ".repeat(1_000);

        assertThat(detect(text, Optional.empty())).isEqualTo("en");
    }

    @Test
    void a_profile_file_is_read_as_it_was_written() {
        int frequent = LanguageProfiles.sequence((char) 0, (char) 0, 'q');
        int word = LanguageProfiles.wholeWord("quux");
        ByteBuffer file = ByteBuffer.allocate(100);
        file.put((byte) 2).put((byte) 2).put("aa".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        file.put((byte) 3).put("bbb".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        file.putInt(2).putInt(frequent).putInt(word);
        file.put((byte) 2).put((byte) 1);
        file.put((byte) 0)
                .put((byte) 20)
                .put((byte) 1)
                .put((byte) 200)
                .put((byte) 1)
                .put((byte) 10);
        LanguageProfiles profiles = LanguageProfiles.read(file.flip());
        double[] scores = new double[profiles.size()];

        profiles.weigh("quux", scores);

        assertThat(profiles.size()).isEqualTo(2);
        assertThat(profiles.tagOf(1)).isEqualTo("bbb");
        assertThat(profiles.placeOf("aa")).isZero();
        assertThat(profiles.placeOf("cc")).isEqualTo(-1);
        assertThat(scores).containsExactly(20 * LanguageProfiles.STEP, 210 * LanguageProfiles.STEP);
    }

    @Test
    void letters_count_at_the_beginning_in_the_middle_and_at_the_end_of_a_word() {
        assertThat(PROFILES.placeOf("en")).isZero();
        double[] the = weights("the");
        double[] xthx = weights("xthx");

        assertThat(the[PROFILES.placeOf("en")]).isGreaterThan(the[PROFILES.placeOf("fr")]);
        assertThat(xthx[PROFILES.placeOf("en")]).isLessThan(the[PROFILES.placeOf("en")]);
    }

    private static double[] weights(String word) {
        double[] scores = new double[PROFILES.size()];
        PROFILES.weigh(word, scores);
        return scores;
    }

    private static String detect(String text, Optional<String> hint) {
        return DETECTOR.detect(Tokenizer.tokenize(text), hint.map(Language::new))
                .tag();
    }
}
