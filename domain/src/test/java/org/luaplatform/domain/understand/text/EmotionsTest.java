package org.luaplatform.domain.understand.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaplatform.domain.understand.text.Emotions.Feeling;

class EmotionsTest {

    @ParameterizedTest
    @CsvSource({
        "👍, GLAD",
        "❤, GLAD",
        "👎, SAD",
        "😡, SAD",
        "🚗, UNCLEAR",
        ":), GLAD",
        ":-D, GLAD",
        "<3, GLAD",
        "^_^, GLAD",
        ":(, SAD",
        ":'(, SAD",
        ":/, SAD",
        ":|, SAD"
    })
    void drawings_have_feelings(String drawing, Feeling feeling) {
        assertThat(Emotions.feelingOf(drawing)).isEqualTo(feeling);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":)", ":-)", ";D", "=]", ":'(", ":’(", ":^)", ":o)", ":P", ":3", "<3", "^_^", "^^", ":*", ":|", ":/",
                ":}", ":{", ":["
            })
    void an_emoticon_ends_where_its_mouth_does(String emoticon) {
        assertThat(Emotions.endOfEmoticon("x " + emoticon, 2)).isEqualTo(2 + emoticon.length());
        assertThat(Emotions.endOfEmoticon("x " + emoticon + " y", 2)).isEqualTo(2 + emoticon.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {":", ":-", ":x", ":Dear", ":30", "<", "<33", "<x", "^", "^x", ";", "!)", "://x", ":'"})
    void other_signs_are_no_emoticons(String signs) {
        assertThat(Emotions.endOfEmoticon(signs, 0)).isZero();
    }

    @Test
    void a_letter_mouth_right_after_a_word_is_none() {
        assertThat(Emotions.endOfEmoticon("costs:3", 5)).isEqualTo(5);
        assertThat(Emotions.endOfEmoticon("good:)", 4)).isEqualTo(6);
    }
}
