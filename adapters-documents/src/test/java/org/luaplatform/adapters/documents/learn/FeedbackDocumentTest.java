package org.luaplatform.adapters.documents.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.adapters.documents.RoundTrip.survives;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Answer;
import org.luaplatform.domain.learn.Answers;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.ImportId;
import org.luaplatform.domain.learn.Origin;
import org.luaplatform.domain.learn.Respondent;
import org.luaplatform.domain.learn.Satisfaction;
import org.luaplatform.domain.learn.Scale;
import org.luaplatform.domain.tenancy.OrganizationId;

final class FeedbackDocumentTest {

    static Stream<Answer> answers() {
        return Stream.of(
                new Answer.Text(""),
                new Answer.Text("😀 \u0000\t\"\\ é\u0301 \u2028 \uFFFF"),
                new Answer.Text("ä".repeat(20_000)),
                new Answer.Email("someone@example.org"),
                new Answer.Choice(List.of(), Optional.of("of my own")),
                new Answer.Choice(List.of(new FieldKey("b"), new FieldKey("a")), Optional.empty()),
                new Answer.YesNo(true),
                new Answer.YesNo(false),
                new Answer.Numeric(new BigDecimal("2.50")),
                new Answer.Numeric(new BigDecimal("-1E+3")),
                new Answer.Numeric(new BigDecimal("12345678901234567890123456789012345678901234567890.1")),
                new Answer.Date(LocalDate.of(2026, 11, 25)),
                new Answer.Score(new Scale.Rating(7), 7),
                new Answer.Score(new Scale.Nps(), 0),
                new Answer.Score(new Scale.Csat(), 5),
                new Answer.Score(new Scale.Ces(), 1));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void every_kind_of_answer_survives(Answer answer) {
        survives(feedback(Map.of(new FieldKey("q"), answer)), FeedbackDocument::of, FeedbackDocument::toFeedback);
    }

    @Test
    void answers_keep_the_order_of_the_form() {
        Map<FieldKey, Answer> answers = new LinkedHashMap<>();
        List.of("z", "a", "m").forEach(key -> answers.put(new FieldKey(key), new Answer.Text(key)));

        Feedback read = FeedbackDocument.toFeedback(Json.stored(Json.bytes(FeedbackDocument.of(feedback(answers)))));

        assertThat(read.answers().byField().keySet())
                .extracting(FieldKey::value)
                .containsExactly("z", "a", "m");
    }

    @Test
    void what_is_not_there_stays_away() {
        Feedback bare = new Feedback(
                new FeedbackId("b1"),
                new OrganizationId("o1"),
                new FormId("f1"),
                1,
                new Answers(Map.of()),
                Optional.empty(),
                Channel.API,
                Optional.empty(),
                Instant.parse("1990-01-01T00:00:00Z"),
                Instant.parse("2026-11-25T10:00:00Z"),
                Optional.empty(),
                Optional.empty());

        survives(bare, FeedbackDocument::of, FeedbackDocument::toFeedback);
        assertThat(FeedbackDocument.of(bare).fields())
                .doesNotContainKeys("language", "respondent", "satisfaction", "origin");
    }

    @Test
    void names_that_people_chose_survive() {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("$plan.tier", "gold");
        attributes.put("id", "");
        attributes.put("name \"x\"", "😀".repeat(250));
        Feedback before = feedback(Map.of());
        Feedback withRespondent = new Feedback(
                before.id(),
                before.organization(),
                before.form(),
                before.formVersion(),
                before.answers(),
                Optional.of(new Language("zh-hant-tw")),
                new Channel("in-store"),
                Optional.of(new Respondent("c-17", attributes)),
                before.occurredAt(),
                before.receivedAt(),
                Optional.of(new Satisfaction(0)),
                Optional.of(Origin.ofRow("a b:c", "hash", new ImportId("i1"))));

        survives(withRespondent, FeedbackDocument::of, FeedbackDocument::toFeedback);
    }

    private static Feedback feedback(Map<FieldKey, Answer> answers) {
        return new Feedback(
                new FeedbackId("b".repeat(64)),
                new OrganizationId("o1"),
                new FormId("f1"),
                12,
                new Answers(answers),
                Optional.of(Language.ENGLISH),
                Channel.IMPORT,
                Optional.of(new Respondent("c-17", Map.of())),
                Instant.parse("2026-11-25T10:00:00.123Z"),
                Instant.parse("2026-11-25T10:00:00.456Z"),
                Optional.of(new Satisfaction(100)),
                Optional.of(Origin.ofRequest("k".repeat(255), "fingerprint")));
    }
}
