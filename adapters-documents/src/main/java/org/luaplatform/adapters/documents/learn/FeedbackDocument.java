package org.luaplatform.adapters.documents.learn;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.ImportId;
import org.luaplatform.domain.learn.Origin;
import org.luaplatform.domain.learn.Respondent;
import org.luaplatform.domain.learn.Satisfaction;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Feedback as documents: `{id, organization, form, formVersion, answers, language?, channel, respondent?,
/// occurredAt, receivedAt, satisfaction?, origin?}`.
public final class FeedbackDocument {

    private FeedbackDocument() {}

    public static Document of(Feedback feedback) {
        return Stored.document(feedback.id().value())
                .put("organization", feedback.organization().value())
                .put("form", feedback.form().value())
                .put("formVersion", feedback.formVersion())
                .put("answers", AnswersDocument.of(feedback.answers()))
                .put("language", feedback.language().map(Language::tag))
                .put("channel", feedback.channel().name())
                .put("respondent", feedback.respondent().map(FeedbackDocument::respondent))
                .putMillis("occurredAt", feedback.occurredAt())
                .putMillis("receivedAt", feedback.receivedAt())
                .put("satisfaction", feedback.satisfaction().map(Satisfaction::percent))
                .put("origin", feedback.origin().map(FeedbackDocument::origin))
                .build();
    }

    public static Feedback toFeedback(Document document) {
        return Stored.read(
                document,
                () -> new Feedback(
                        new FeedbackId(document.text("id")),
                        new OrganizationId(document.text("organization")),
                        new FormId(document.text("form")),
                        document.count("formVersion"),
                        AnswersDocument.toAnswers(document.document("answers")),
                        document.readOptional("language", Language::new),
                        new Channel(document.text("channel")),
                        document.optionalDocument("respondent").map(FeedbackDocument::toRespondent),
                        document.instant("occurredAt"),
                        document.instant("receivedAt"),
                        document.optionalWhole("satisfaction")
                                .map(percent -> new Satisfaction(Math.toIntExact(percent))),
                        document.optionalDocument("origin").map(FeedbackDocument::toOrigin)));
    }

    private static Document respondent(Respondent respondent) {
        return Document.builder()
                .put("ref", respondent.ref())
                .putDocuments("attributes", pairs(respondent.attributes()))
                .build();
    }

    private static Respondent toRespondent(Document document) {
        return new Respondent(document.text("ref"), toMap(document.documents("attributes")));
    }

    private static Document origin(Origin origin) {
        return Document.builder()
                .put("key", origin.key())
                .put("fingerprint", origin.fingerprint())
                .put("import", origin.importId().map(ImportId::value))
                .build();
    }

    private static Origin toOrigin(Document document) {
        return new Origin(
                document.text("key"), document.text("fingerprint"), document.readOptional("import", ImportId::new));
    }

    /// Names that people chose: not every store takes them for names of fields.
    static List<Document> pairs(Map<String, String> map) {
        return new TreeMap<>(map)
                .entrySet().stream()
                        .map(entry -> Document.builder()
                                .put("name", entry.getKey())
                                .put("value", entry.getValue())
                                .build())
                        .toList();
    }

    static Map<String, String> toMap(List<Document> pairs) {
        Map<String, String> map = new TreeMap<>();
        pairs.forEach(pair -> map.put(pair.text("name"), pair.text("value")));
        return map;
    }
}
