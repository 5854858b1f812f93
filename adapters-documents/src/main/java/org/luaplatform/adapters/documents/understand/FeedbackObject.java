package org.luaplatform.adapters.documents.understand;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.EnumText;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Answer;
import org.luaplatform.domain.learn.Answers;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.Respondent;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.ThemeId;

/// A piece of feedback as one object of a file.
final class FeedbackObject {

    private FeedbackObject() {}

    static Document of(FeedbackEntry entry) {
        Feedback feedback = entry.feedback();
        return Document.builder()
                .put("id", feedback.id().value())
                .put("formId", feedback.form().value())
                .put("formVersion", feedback.formVersion())
                .put("occurredAt", feedback.occurredAt().toString())
                .put("receivedAt", feedback.receivedAt().toString())
                .put("language", feedback.language().map(Language::tag))
                .put("channel", feedback.channel().name())
                .put("respondent", feedback.respondent().map(FeedbackObject::of))
                .put("answers", of(feedback.answers()))
                .put("insight", entry.insight().map(insight -> of(insight, entry.themes())))
                .build();
    }

    private static Document of(Respondent respondent) {
        Document.Builder builder = Document.builder().put("ref", respondent.ref());
        return respondent.attributes().isEmpty()
                ? builder.build()
                : builder.put("attributes", Document.of(respondent.attributes()))
                        .build();
    }

    private static Document of(Answers answers) {
        Document.Builder builder = Document.builder();
        answers.byField().forEach((key, answer) -> builder.put(key.value(), value(answer)));
        return builder.build();
    }

    private static Object value(Answer answer) {
        return switch (answer) {
            case Answer.Text(String text) -> text;
            case Answer.Email(String address) -> address;
            case Answer.YesNo(boolean yes) -> yes;
            case Answer.Numeric(BigDecimal number) -> number;
            case Answer.Date date -> date.value().toString();
            case Answer.Score score -> score.value();
            case Answer.Choice choice -> value(choice);
        };
    }

    /// The one thing that was chosen, or the list of several: both kinds of choice take an only value without a
    /// list around it.
    private static Object value(Answer.Choice choice) {
        List<Object> values = new ArrayList<>();
        choice.options().stream().map(FieldKey::value).forEach(values::add);
        choice.other()
                .ifPresent(
                        text -> values.add(Document.builder().put("other", text).build()));
        return values.size() == 1 ? values.getFirst() : values;
    }

    private static Document of(Insight insight, List<ThemeId> themes) {
        return Document.builder()
                .put("language", insight.language().tag())
                .put(
                        "sentiment",
                        Document.builder()
                                .put("label", EnumText.of(insight.sentiment().label()))
                                .put("score", rounded(insight.sentiment().score()))
                                .put("confidence", rounded(insight.sentiment().confidence()))
                                .build())
                .put(
                        "urgency",
                        Document.builder()
                                .put("level", EnumText.of(insight.urgency().level()))
                                .put("because", insight.urgency().because())
                                .build())
                .putTexts(
                        "keywords",
                        insight.keywords().stream().map(Keyword::display).toList())
                .putTexts("themes", themes.stream().map(ThemeId::value).toList())
                .build();
    }

    /// Four digits are more than an analyzer knows.
    static BigDecimal rounded(double figure) {
        return BigDecimal.valueOf(figure).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
