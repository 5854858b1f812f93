package org.luaplatform.adapters.documents.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.luaplatform.adapters.documents.RoundTrip.survives;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Answer;
import org.luaplatform.domain.learn.Answers;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.AnalysisState;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.Contribution;
import org.luaplatform.domain.understand.CountingLane.Change;
import org.luaplatform.domain.understand.CountingLane.Counted;
import org.luaplatform.domain.understand.CountingLane.Plan;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.Sentiment;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.Tally;
import org.luaplatform.domain.understand.TextAnalyzer.AnalyzerVersion;
import org.luaplatform.domain.understand.Theme;
import org.luaplatform.domain.understand.ThemeId;
import org.luaplatform.domain.understand.Urgency;

final class UnderstandDocumentsTest {

    private static final OrganizationId ORGANIZATION = new OrganizationId("o1");
    private static final Instant AT = Instant.parse("2026-11-25T10:00:00.123Z");
    private static final Bucket.Key KEY = new Bucket.Key(
            Bucket.Kind.TOPICS,
            new FormId("f1"),
            LocalDate.of(2026, 11, 25),
            new Channel("in-store"),
            Language.ENGLISH);
    private static final Tally TALLY = new Tally(
            Map.of("volume", 1L, "keyword:wait.time $", -3L, "😀".repeat(100), Long.MAX_VALUE, "sentiment", 1000L));
    private static final Contribution CONTRIBUTION = new Contribution(KEY, 0, TALLY);

    static Stream<AnalysisState> states() {
        return Stream.of(
                new AnalysisState.Pending(0, AT, Optional.empty()),
                new AnalysisState.Pending(4, AT, Optional.of("timed out")),
                new AnalysisState.Done(),
                new AnalysisState.Failed(5, "too odd", AT));
    }

    @ParameterizedTest
    @MethodSource("states")
    void a_feedbacks_record_survives_in_every_state(AnalysisState state) {
        survives(
                record(state, Optional.of(insight(Sentiment.NOT_ASSESSED))),
                FeedbackRecordDocument::of,
                FeedbackRecordDocument::toRecord);
    }

    @Test
    void a_record_of_what_just_arrived_survives() {
        FeedbackRecord received = FeedbackRecord.received(feedback());

        survives(received, FeedbackRecordDocument::of, FeedbackRecordDocument::toRecord);
        assertThat(received.entry().analysis()).isEqualTo(new AnalysisState.Pending(0, AT, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource
    void an_insight_survives_with_every_sentiment(SentimentLabel label) {
        survives(insight(new Sentiment(label, -1, 1)), InsightDocument::of, InsightDocument::toInsight);
        survives(
                insight(new Sentiment(label, 1.0 / 3, Double.MIN_VALUE)),
                InsightDocument::of,
                InsightDocument::toInsight);
    }

    @ParameterizedTest
    @EnumSource
    void a_bucket_survives(Bucket.Kind kind) {
        var key = new Bucket.Key(kind, KEY.form(), LocalDate.of(1990, 1, 1), KEY.channel(), new Language("pt-br"));
        Map<Integer, Tally> slots = new TreeMap<>();
        for (int slot = 0; slot < 96; slot++) {
            slots.put(slot, TALLY);
        }

        survives(
                new BucketRecord(ORGANIZATION, new Bucket(key, slots), 7),
                BucketRecordDocument::of,
                BucketRecordDocument::toRecord);
        survives(
                new BucketRecord(ORGANIZATION, new Bucket(key, Map.of()), 0),
                BucketRecordDocument::of,
                BucketRecordDocument::toRecord);
    }

    @Test
    void a_lane_survives_with_its_plan() {
        var plan = new Plan(
                ORGANIZATION,
                9,
                List.of(
                        new Counted(new FeedbackId("b1"), 3, List.of(new ThemeId("t1")), List.of(CONTRIBUTION)),
                        new Counted(new FeedbackId("b2"), 1, List.of(), List.of())),
                List.of(new Change(KEY, 95, TALLY.negated())));

        survives(
                new LaneRecord(ORGANIZATION, 2, 9, Optional.of(new LaneRecord.Stay("host-1/7", AT)), Optional.of(plan)),
                LaneRecordDocument::of,
                LaneRecordDocument::toRecord);
        survives(LaneRecord.unused(ORGANIZATION), LaneRecordDocument::of, LaneRecordDocument::toRecord);
    }

    @Test
    void a_theme_survives() {
        var quote =
                new Theme.Quote(new FeedbackId("b1"), "“Too long”", new Sentiment(SentimentLabel.NEGATIVE, -0.8, 0.7));

        survives(
                new Theme(new ThemeId("t1"), ORGANIZATION, "Waiting", Set.of("wait time", "queue"), List.of(quote), AT),
                ThemeDocument::of,
                ThemeDocument::toTheme);
        survives(
                new Theme(new ThemeId("t1"), ORGANIZATION, "Waiting", Set.of(), List.of(), AT),
                ThemeDocument::of,
                ThemeDocument::toTheme);
    }

    @Test
    void a_state_of_a_later_version_is_not_guessed_at() {
        var unknown = FeedbackRecordDocument.analysis(new AnalysisState.Done()).with("state", "dreaming");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> FeedbackRecordDocument.toAnalysis(unknown))
                .withMessage("/state is unknown: dreaming");
    }

    private static FeedbackRecord record(AnalysisState state, Optional<Insight> insight) {
        return new FeedbackRecord(
                feedback(),
                state,
                insight,
                Optional.of(new FeedbackRecord.Lease("token", AT)),
                3,
                2,
                17,
                List.of(new ThemeId("t2"), new ThemeId("t1")),
                List.of(CONTRIBUTION, CONTRIBUTION));
    }

    private static Feedback feedback() {
        return new Feedback(
                new FeedbackId("b1"),
                ORGANIZATION,
                new FormId("f1"),
                1,
                new Answers(Map.of(new FieldKey("q"), new Answer.Text("Too long"))),
                Optional.empty(),
                Channel.API,
                Optional.empty(),
                AT,
                AT,
                Optional.empty(),
                Optional.empty());
    }

    private static Insight insight(Sentiment sentiment) {
        var keyword = new Keyword("wait time", "Waiting times");
        return new Insight(
                Language.UNDETERMINED,
                sentiment,
                List.of(keyword),
                new Urgency(Urgency.Level.HIGH, Optional.of("danger")),
                List.of(
                        new Insight.AnswerInsight(
                                new FieldKey("q"),
                                Language.ENGLISH,
                                sentiment,
                                List.of(keyword, keyword),
                                Urgency.NONE),
                        new Insight.AnswerInsight(
                                new FieldKey("r"),
                                new Language("sr-latn"),
                                Sentiment.NOT_ASSESSED,
                                List.of(),
                                new Urgency(Urgency.Level.LOW, Optional.empty()))),
                new AnalyzerVersion("built-in", "1"),
                AT);
    }
}
