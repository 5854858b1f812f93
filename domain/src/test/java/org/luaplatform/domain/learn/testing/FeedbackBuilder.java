package org.luaplatform.domain.learn.testing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Answer;
import org.luaplatform.domain.learn.Answers;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Origin;
import org.luaplatform.domain.learn.Respondent;
import org.luaplatform.domain.learn.Scale;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;

/// Makes feedback for tests: whatever a test does not care about has a value already.
public final class FeedbackBuilder {

    private final OrganizationId organization;
    private final FormId form;
    private final Map<FieldKey, Answer> answers = new LinkedHashMap<>();

    private FeedbackId id = new FeedbackId(TestIds.next());
    private int formVersion = 1;
    private Optional<Language> language = Optional.empty();
    private Channel channel = Channel.API;
    private Optional<Respondent> respondent = Optional.empty();
    private Instant occurredAt = TestClock.NOON;
    private Instant receivedAt = TestClock.NOON;
    private Optional<Origin> origin = Optional.empty();

    FeedbackBuilder(OrganizationId organization, FormId form) {
        this.organization = organization;
        this.form = form;
    }

    public FeedbackBuilder id(FeedbackId value) {
        id = value;
        return this;
    }

    public FeedbackBuilder formVersion(int value) {
        formVersion = value;
        return this;
    }

    public FeedbackBuilder answer(String field, Answer answer) {
        answers.put(new FieldKey(field), answer);
        return this;
    }

    /// A text under `why`.
    public FeedbackBuilder words(String text) {
        return answer("why", new Answer.Text(text));
    }

    /// A rating of 1 to 5 under `score`.
    public FeedbackBuilder score(int value) {
        return answer("score", new Answer.Score(new Scale.Rating(5), value));
    }

    public FeedbackBuilder language(String tag) {
        language = Optional.of(new Language(tag));
        return this;
    }

    public FeedbackBuilder channel(String name) {
        channel = new Channel(name);
        return this;
    }

    public FeedbackBuilder respondent(Respondent value) {
        respondent = Optional.of(value);
        return this;
    }

    /// Said and received at the same time.
    public FeedbackBuilder at(Instant instant) {
        occurredAt = instant;
        receivedAt = instant;
        return this;
    }

    public FeedbackBuilder occurredAt(Instant instant) {
        occurredAt = instant;
        return this;
    }

    public FeedbackBuilder receivedAt(Instant instant) {
        receivedAt = instant;
        return this;
    }

    public FeedbackBuilder origin(Origin value) {
        origin = Optional.of(value);
        return this;
    }

    public Feedback build() {
        var given = new Answers(answers);
        return new Feedback(
                id,
                organization,
                form,
                formVersion,
                given,
                language,
                channel,
                respondent,
                occurredAt,
                receivedAt,
                given.satisfaction(),
                origin);
    }
}
