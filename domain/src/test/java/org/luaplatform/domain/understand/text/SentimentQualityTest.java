package org.luaplatform.domain.understand.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A floor under what was measured, so that a change that makes the analyzer worse does not pass unseen. The whole
/// measurement
/// is in docs/understanding.md.
class SentimentQualityTest {

    @ParameterizedTest
    @CsvSource({
        "NHS_FRIENDS_AND_FAMILY, 0.80, 0.60",
        "NHS_EARLIER_LABELS, 0.90, 0.85",
        "CLOTHING_SHOP, 0.80, 0.40",
        "AIRLINES, 0.60, 0.50",
        "INDONESIAN_PRODUCTS, 0.90, 0.90",
        "PLACES_IN_SAUDI_ARABIA, 0.75, 0.75"
    })
    void judges_texts_that_it_has_not_learnt_from(Corpus corpus, double accuracy, double macroF1) {
        SentimentReport.Confusion confusion = new SentimentReport.Confusion();
        SentimentJudge judge = SentimentReport.judge(corpus.language());

        for (Map<String, String> row : rows()) {
            if (row.getOrDefault("corpus", "").equals(corpus.name())) {
                confusion.count(
                        Tone.labelled(row.getOrDefault("tone", "")),
                        judge.judge(
                                Tokenizer.tokenize(row.getOrDefault("text", "")),
                                Tokenizer.tokenize(row.getOrDefault("question", ""))));
            }
        }

        assertThat(confusion.size()).isEqualTo(50);
        assertThat(confusion.accuracy()).as("accuracy, %s", confusion).isGreaterThanOrEqualTo(accuracy);
        assertThat(confusion.macroF1()).as("macro-F1, %s", confusion).isGreaterThanOrEqualTo(macroF1);
    }

    private static List<Map<String, String>> rows() {
        return Csv.parse(new String(Resources.bytes("held-out.csv").array(), StandardCharsets.UTF_8));
    }
}
