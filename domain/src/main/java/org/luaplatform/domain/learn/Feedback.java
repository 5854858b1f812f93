package org.luaplatform.domain.learn;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Violations;
import org.luaplatform.domain.tenancy.OrganizationId;

/// What one person said on one occasion. It never changes.
///
/// @param formVersion the version of the form that it answers
/// @param language the language that the client named, if it did
/// @param occurredAt when it was said, which is what statistics go by; in whole milliseconds
/// @param receivedAt when it reached us, in whole milliseconds
/// @param satisfaction the first answer on a scale, if there is one
public record Feedback(
        FeedbackId id,
        OrganizationId organization,
        FormId form,
        int formVersion,
        Answers answers,
        Optional<Language> language,
        Channel channel,
        Optional<Respondent> respondent,
        Instant occurredAt,
        Instant receivedAt,
        Optional<Satisfaction> satisfaction,
        Optional<Origin> origin) {

    /// Clocks of clients go wrong; feedback from further in the future than this is refused.
    private static final Duration TOLERATED_CLOCK_ERROR = Duration.ofHours(24);

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /// Feedback on what `version` asks.
    ///
    /// @throws org.luaplatform.domain.Invalid with every violation, if the submission does not fit the form
    public static Feedback on(
            FormVersion version,
            OrganizationId organization,
            FeedbackId id,
            Submission submission,
            Optional<Origin> origin,
            Instant now) {
        var violations = new Violations();
        Answers answers =
                new AnswerReader(version.content(), violations).read(submission.answers(), Pointer.to("answers"));
        if (!violations.any()) {
            violations.check(!answers.byField().isEmpty(), Pointer.to("answers"), "must answer at least one question");
        }
        Instant occurredAt = submission.occurredAt().orElse(now);
        violations.check(
                !occurredAt.isAfter(now.plus(TOLERATED_CLOCK_ERROR)) && !occurredAt.isBefore(EARLIEST),
                Pointer.to("occurredAt"),
                "must be between 1990 and now");
        violations.throwIfAny();
        return new Feedback(
                id,
                organization,
                version.form(),
                version.number(),
                answers,
                submission.language(),
                submission.channel().orElse(Channel.API),
                submission.respondent(),
                occurredAt.truncatedTo(ChronoUnit.MILLIS),
                now.truncatedTo(ChronoUnit.MILLIS),
                answers.satisfaction(),
                origin);
    }
}
