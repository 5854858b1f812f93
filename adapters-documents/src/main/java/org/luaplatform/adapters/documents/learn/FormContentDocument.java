package org.luaplatform.adapters.documents.learn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Field;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FormContent;
import org.luaplatform.domain.learn.FormTranslation;
import org.luaplatform.domain.learn.FormTranslation.FieldTranslation;
import org.luaplatform.domain.learn.Visibility;

/// What a form says and asks, as a document: `{title, description?, language, fields, translations}`.
final class FormContentDocument {

    private FormContentDocument() {}

    static Document of(FormContent content) {
        return Document.builder()
                .put("title", content.title())
                .put("description", content.description())
                .put("language", content.language().tag())
                .putDocuments(
                        "fields",
                        content.fields().stream()
                                .map(FormContentDocument::field)
                                .toList())
                .put("translations", byName(content.translations(), Language::tag, FormContentDocument::translation))
                .build();
    }

    static FormContent toContent(Document document) {
        return new FormContent(
                document.text("title"),
                document.optionalText("description"),
                document.read("language", Language::new),
                document.documents("fields").stream()
                        .map(FormContentDocument::toField)
                        .toList(),
                toMap(document.document("translations"), Language::new, FormContentDocument::toTranslation));
    }

    private static Document field(Field field) {
        return Document.builder()
                .put("key", field.key().value())
                .put("label", field.label())
                .put("help", field.help())
                .put("required", field.required())
                .put("visibleWhen", field.visibleWhen().map(FormContentDocument::visibility))
                .put("type", FieldTypeDocument.of(field.type()))
                .build();
    }

    private static Field toField(Document document) {
        return new Field(
                document.read("key", FieldKey::new),
                document.text("label"),
                document.optionalText("help"),
                document.flag("required"),
                document.optionalDocument("visibleWhen").map(FormContentDocument::toVisibility),
                FieldTypeDocument.toType(document.document("type")));
    }

    private static Document visibility(Visibility visibility) {
        return Document.builder()
                .put("field", visibility.field().value())
                .putTexts("in", visibility.in().stream().sorted().toList())
                .build();
    }

    private static Visibility toVisibility(Document document) {
        return new Visibility(document.read("field", FieldKey::new), Set.copyOf(document.texts("in")));
    }

    private static Document translation(FormTranslation translation) {
        return Document.builder()
                .put("title", translation.title())
                .put("description", translation.description())
                .put("fields", byName(translation.fields(), FieldKey::value, FormContentDocument::fieldTranslation))
                .build();
    }

    private static FormTranslation toTranslation(Document document) {
        return new FormTranslation(
                document.optionalText("title"),
                document.optionalText("description"),
                toMap(document.document("fields"), FieldKey::new, FormContentDocument::toFieldTranslation));
    }

    private static Document fieldTranslation(FieldTranslation translation) {
        Document.Builder options = Document.builder();
        new TreeMap<>(translation.options()).forEach((key, label) -> options.put(key.value(), label));
        return Document.builder()
                .put("label", translation.label())
                .put("help", translation.help())
                .put("options", options.build())
                .build();
    }

    private static FieldTranslation toFieldTranslation(Document document) {
        Document options = document.document("options");
        Map<FieldKey, String> labels = new LinkedHashMap<>();
        options.fields().keySet().forEach(key -> labels.put(new FieldKey(key), options.text(key)));
        return new FieldTranslation(document.optionalText("label"), document.optionalText("help"), labels);
    }

    /// Sorted, so that the same content is always the same text.
    private static <K, V> Document byName(Map<K, V> map, Function<K, String> name, Function<V, Document> writing) {
        Map<String, Document> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(name.apply(key), writing.apply(value)));
        return Document.of(sorted);
    }

    private static <K, V> Map<K, V> toMap(Document document, Function<String, K> key, Function<Document, V> reading) {
        Map<K, V> map = new LinkedHashMap<>();
        for (String name : List.copyOf(document.fields().keySet())) {
            map.put(key.apply(name), reading.apply(document.document(name)));
        }
        return map;
    }
}
