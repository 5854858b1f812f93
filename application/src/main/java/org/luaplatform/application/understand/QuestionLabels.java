package org.luaplatform.application.understand;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.Field;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormContent;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormTranslation;
import org.luaplatform.domain.learn.FormVersion;
import org.luaplatform.domain.learn.Forms;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Finds the words of the questions that feedback answers. For one round of work: it looks each form up once.
final class QuestionLabels {

    private final Forms forms;
    private final Map<Key, Optional<FormContent>> known = new HashMap<>();

    QuestionLabels(Forms forms) {
        this.forms = forms;
    }

    /// The question as the respondent read it; empty if nobody knows any more.
    Optional<String> label(Feedback feedback, FieldKey field) {
        return content(feedback)
                .flatMap(content -> translated(content, feedback, field)
                        .or(() -> content.field(field).map(Field::label)));
    }

    private Optional<FormContent> content(Feedback feedback) {
        return known.computeIfAbsent(
                new Key(feedback.organization(), feedback.form(), feedback.formVersion()), this::lookUp);
    }

    private Optional<FormContent> lookUp(Key key) {
        return forms.archived(key.organization(), key.form(), key.version())
                .map(FormVersion::content)
                .or(() -> forms.find(key.organization(), key.form())
                        .map(Versioned::value)
                        .map(Form::content));
    }

    private static Optional<String> translated(FormContent content, Feedback feedback, FieldKey field) {
        return feedback.language()
                .filter(language ->
                        !language.primary().equals(content.language().primary()))
                .flatMap(language -> Optional.ofNullable(content.translations().get(language))
                        .or(() -> Optional.ofNullable(content.translations().get(language.primary()))))
                .flatMap(translation -> Optional.ofNullable(translation.fields().get(field)))
                .flatMap(FormTranslation.FieldTranslation::label);
    }

    private record Key(OrganizationId organization, FormId form, int version) {}
}
