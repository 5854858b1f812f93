package org.luaplatform.domain.learn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Everything somebody answered, by the questions' keys, in the order of the form.
public record Answers(Map<FieldKey, Answer> byField) {

    public Answers {
        byField = Collections.unmodifiableMap(new LinkedHashMap<>(byField));
    }

    public Optional<Answer> find(FieldKey field) {
        return Optional.ofNullable(byField.get(field));
    }

    /// The first answer on a scale of satisfaction.
    public Optional<Satisfaction> satisfaction() {
        return byField.values().stream()
                .filter(Answer.Score.class::isInstance)
                .map(Answer.Score.class::cast)
                .map(score -> score.scale().satisfaction(score.value()))
                .findFirst();
    }

    /// The respondent's own words by field: the texts, and what was written under "other".
    public Map<FieldKey, String> words() {
        Map<FieldKey, String> words = new LinkedHashMap<>();
        byField.forEach((key, answer) -> {
            switch (answer) {
                case Answer.Text(String text) -> words.put(key, text);
                case Answer.Choice choice -> choice.other().ifPresent(text -> words.put(key, text));
                case Answer.Email _, Answer.YesNo _, Answer.Numeric _, Answer.Date _, Answer.Score _ -> {}
            }
        });
        return Collections.unmodifiableMap(words);
    }
}
