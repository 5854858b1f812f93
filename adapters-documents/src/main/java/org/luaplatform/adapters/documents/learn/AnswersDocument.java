package org.luaplatform.adapters.documents.learn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.domain.learn.Answer;
import org.luaplatform.domain.learn.Answers;
import org.luaplatform.domain.learn.FieldKey;

/// Answers as a document: by field key, each `{type, …}`.
final class AnswersDocument {

    private AnswersDocument() {}

    static Document of(Answers answers) {
        Document.Builder document = Document.builder();
        answers.byField().forEach((field, answer) -> document.put(field.value(), answer(answer)));
        return document.build();
    }

    static Answers toAnswers(Document document) {
        Map<FieldKey, Answer> answers = new LinkedHashMap<>();
        document.fields().keySet().forEach(key -> answers.put(new FieldKey(key), toAnswer(document.document(key))));
        return new Answers(answers);
    }

    private static Document answer(Answer answer) {
        return switch (answer) {
            case Answer.Text(String text) -> typed("text").put("text", text).build();
            case Answer.Email(String address) ->
                typed("email").put("address", address).build();
            case Answer.Choice(List<FieldKey> options, Optional<String> other) ->
                typed("choice")
                        .putTexts(
                                "options", options.stream().map(FieldKey::value).toList())
                        .put("other", other)
                        .build();
            case Answer.YesNo(boolean yes) -> typed("yesNo").put("yes", yes).build();
            // As a text, since stores disagree on how many digits a number has.
            case Answer.Numeric(BigDecimal value) ->
                typed("number").put("value", value.toString()).build();
            case Answer.Date(LocalDate value) ->
                typed("date").put("value", value.toString()).build();
            case Answer.Score score ->
                typed("score")
                        .put("scale", FieldTypeDocument.ScaleDocument.of(score.scale()))
                        .put("value", score.value())
                        .build();
        };
    }

    private static Answer toAnswer(Document document) {
        return switch (document.text("type")) {
            case "text" -> new Answer.Text(document.text("text"));
            case "email" -> new Answer.Email(document.text("address"));
            case "choice" ->
                new Answer.Choice(
                        document.texts("options").stream().map(FieldKey::new).toList(), document.optionalText("other"));
            case "yesNo" -> new Answer.YesNo(document.flag("yes"));
            case "number" -> new Answer.Numeric(document.read("value", BigDecimal::new));
            case "date" -> new Answer.Date(document.read("value", LocalDate::parse));
            case "score" ->
                new Answer.Score(
                        FieldTypeDocument.ScaleDocument.toScale(document.document("scale")), document.count("value"));
            case String other -> throw document.malformed("type", "is unknown: " + other);
        };
    }

    private static Document.Builder typed(String type) {
        return Document.builder().put("type", type);
    }
}
