package org.luaplatform.domain.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.learn.testing.TestForms.field;
import static org.luaplatform.domain.testing.Refusals.violations;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.testing.TestForms;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.testing.TestClock;

/// What becomes of a submission besides its answers; those are in [AnswerReaderTest].
class FeedbackTest {

    private static final Instant NOON = TestClock.NOON;
    private static final OrganizationId ORGANIZATION = new OrganizationId("org");
    private static final FeedbackId ID = new FeedbackId("feedback1");
    private static final FormVersion VERSION = new FormVersion(
            new FormId("form1"),
            3,
            TestForms.content(
                    field("why", new FieldType.LongText(100)),
                    field("score", new FieldType.Scored(new Scale.Rating(5)))),
            NOON);
    private static final Map<String, RawAnswer> QUEUES =
            Map.of("why", new RawAnswer.Text("Queues"), "score", new RawAnswer.Numeric(BigDecimal.TWO));

    @Test
    void is_all_that_was_said_and_known() {
        var respondent = new Respondent("c-17", Map.of("plan", "gold"));
        var origin = Origin.ofRequest("key", "print");
        var submission = new Submission(
                QUEUES,
                Optional.of(new Language("de")),
                Optional.of(new Channel("widget")),
                Optional.of(respondent),
                Optional.of(NOON.minusSeconds(60)));

        var feedback = Feedback.on(VERSION, ORGANIZATION, ID, submission, Optional.of(origin), NOON);

        assertThat(feedback)
                .isEqualTo(new Feedback(
                        ID,
                        ORGANIZATION,
                        new FormId("form1"),
                        3,
                        feedback.answers(),
                        Optional.of(new Language("de")),
                        new Channel("widget"),
                        Optional.of(respondent),
                        NOON.minusSeconds(60),
                        NOON,
                        Optional.of(new Satisfaction(25)),
                        Optional.of(origin)));
        assertThat(feedback.answers().byField())
                .isEqualTo(Map.of(
                        new FieldKey("why"), new Answer.Text("Queues"),
                        new FieldKey("score"), new Answer.Score(new Scale.Rating(5), 2)));
    }

    @Test
    void was_said_just_now_to_the_api_by_nobody_known_if_nothing_else_is_said() {
        var feedback = Feedback.on(VERSION, ORGANIZATION, ID, submission(QUEUES), Optional.empty(), NOON);

        assertThat(feedback.occurredAt()).isEqualTo(NOON);
        assertThat(feedback.receivedAt()).isEqualTo(NOON);
        assertThat(feedback.channel()).isEqualTo(Channel.API);
        assertThat(feedback.language()).isEmpty();
        assertThat(feedback.respondent()).isEmpty();
        assertThat(feedback.origin()).isEmpty();
    }

    @Test
    void has_no_satisfaction_without_a_score() {
        var words = submission(Map.of("why", new RawAnswer.Text("Queues")));

        assertThat(Feedback.on(VERSION, ORGANIZATION, ID, words, Optional.empty(), NOON)
                        .satisfaction())
                .isEmpty();
    }

    @Test
    void happens_in_whole_milliseconds() {
        var feedback = on(NOON.minusSeconds(1).plusNanos(5_999_999), NOON.plusNanos(7_123_456));

        assertThat(feedback.occurredAt()).isEqualTo(NOON.minusSeconds(1).plusMillis(5));
        assertThat(feedback.receivedAt()).isEqualTo(NOON.plusMillis(7));
    }

    @Test
    void may_have_been_said_long_ago_and_a_little_ahead_of_our_clock() {
        Instant earliest = Instant.parse("1990-01-01T00:00:00Z");
        Instant latest = NOON.plus(Duration.ofHours(24));

        assertThat(on(earliest, NOON).occurredAt()).isEqualTo(earliest);
        assertThat(on(latest, NOON).occurredAt()).isEqualTo(latest);
    }

    @Test
    void was_said_neither_before_our_time_nor_in_the_future() {
        Instant early = Instant.parse("1989-12-31T23:59:59.999Z");
        Instant late = NOON.plus(Duration.ofHours(24)).plusMillis(1);

        assertThat(violations(() -> on(early, NOON))).containsExactly("/occurredAt must be between 1990 and now");
        assertThat(violations(() -> on(late, NOON))).containsExactly("/occurredAt must be between 1990 and now");
        assertThat(violations(() -> on(Instant.MAX, NOON))).hasSize(1);
        assertThat(violations(() -> on(Instant.MIN, NOON))).hasSize(1);
    }

    @Test
    void says_something() {
        assertThat(violations(
                        () -> Feedback.on(VERSION, ORGANIZATION, ID, submission(Map.of()), Optional.empty(), NOON)))
                .containsExactly("/answers must answer at least one question");
        assertThat(violations(() -> Feedback.on(
                        VERSION,
                        ORGANIZATION,
                        ID,
                        submission(Map.of("why", new RawAnswer.Text(" "), "score", new RawAnswer.Nothing())),
                        Optional.empty(),
                        NOON)))
                .containsExactly("/answers must answer at least one question");
    }

    @Test
    void is_refused_with_everything_that_is_wrong_at_once() {
        var submission = new Submission(
                Map.of("why", new RawAnswer.Bool(true), "score", new RawAnswer.Text("two")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Instant.EPOCH));

        assertThat(violations(() -> Feedback.on(VERSION, ORGANIZATION, ID, submission, Optional.empty(), NOON)))
                .containsExactly(
                        "/answers/why must be a text",
                        "/answers/score must be a whole number from 1 to 5",
                        "/occurredAt must be between 1990 and now");
    }

    private static Feedback on(Instant occurredAt, Instant now) {
        return Feedback.on(
                VERSION,
                ORGANIZATION,
                ID,
                new Submission(QUEUES, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(occurredAt)),
                Optional.empty(),
                now);
    }

    private static Submission submission(Map<String, RawAnswer> answers) {
        return new Submission(answers, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
