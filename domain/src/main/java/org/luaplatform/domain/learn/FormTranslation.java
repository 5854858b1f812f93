package org.luaplatform.domain.learn;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Text;
import org.luaplatform.domain.Violations;

/// A form's words in one more language. What is not translated is shown in the form's own language. The words may be
/// as long as those that they stand for.
public record FormTranslation(
        Optional<String> title, Optional<String> description, Map<FieldKey, FieldTranslation> fields) {

    public FormTranslation {
        var violations = new Violations();
        title = words(title, 200, Pointer.to("title"), violations);
        description = words(description, 2_000, Pointer.to("description"), violations);
        violations.throwIfAny();
        fields = Map.copyOf(fields);
    }

    /// @param options the labels by the options' keys
    public record FieldTranslation(Optional<String> label, Optional<String> help, Map<FieldKey, String> options) {
        public FieldTranslation {
            var violations = new Violations();
            label = words(label, 500, Pointer.to("label"), violations);
            help = words(help, 1_000, Pointer.to("help"), violations);
            Map<FieldKey, String> labels = new HashMap<>();
            options.forEach((key, given) -> words(
                            Optional.of(given), 500, Pointer.to("options").child(key.value()), violations)
                    .ifPresent(words -> labels.put(key, words)));
            violations.throwIfAny();
            options = Map.copyOf(labels);
        }
    }

    private static Optional<String> words(Optional<String> given, int longest, Pointer place, Violations violations) {
        return given.flatMap(text -> violations.attempt(place, () -> Text.required(text, longest, Pointer.ROOT)));
    }
}
