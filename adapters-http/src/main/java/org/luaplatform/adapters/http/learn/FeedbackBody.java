package org.luaplatform.adapters.http.learn;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.http.edge.Body;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.Violation;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.RawAnswer;
import org.luaplatform.domain.learn.Respondent;
import org.luaplatform.domain.learn.Submission;

/// Feedback as clients send it.
///
/// @param submission what could be read
/// @param faults what could not, whatever the form asks
record FeedbackBody(Submission submission, List<Violation> faults) {

    private static final String OTHER = "other";

    static FeedbackBody read(Body body) {
        body.require("answers");
        Map<String, RawAnswer> answers = body.entries(
                "answers",
                (all, key) ->
                        Optional.of(all.value(key).map(FeedbackBody::answer).orElse(new RawAnswer.Nothing())));
        Optional<Language> language = body.made("language", Language::new);
        Optional<Channel> channel = body.made("channel", Channel::new);
        Optional<Respondent> respondent = body.object("respondent", FeedbackBody::respondent);
        Optional<Instant> occurredAt = body.instant("occurredAt");
        return new FeedbackBody(new Submission(answers, language, channel, respondent, occurredAt), body.faults());
    }

    private static Optional<Respondent> respondent(Body body) {
        String ref = body.requiredText("ref");
        Map<String, String> attributes = new LinkedHashMap<>(body.entries("attributes", Body::text));
        return body.attempt(() -> new Respondent(ref, attributes));
    }

    private static RawAnswer answer(Object value) {
        return value instanceof List<?> values
                ? new RawAnswer.Many(values.stream().map(FeedbackBody::single).toList())
                : single(value);
    }

    private static RawAnswer single(Object value) {
        return switch (value) {
            case String text -> new RawAnswer.Text(text);
            case Boolean yes -> new RawAnswer.Bool(yes);
            case Long whole -> new RawAnswer.Numeric(BigDecimal.valueOf(whole));
            case Double real -> new RawAnswer.Numeric(BigDecimal.valueOf(real));
            case BigDecimal exact -> new RawAnswer.Numeric(exact);
            case Document.Nothing _ -> new RawAnswer.Nothing();
            case Document object
            when object.fields().size() == 1 && object.fields().get(OTHER) instanceof String text ->
                new RawAnswer.Other(text);
            default -> new RawAnswer.Unreadable();
        };
    }
}
