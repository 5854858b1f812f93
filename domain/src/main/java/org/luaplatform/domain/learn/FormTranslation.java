package org.luaplatform.domain.learn;

import java.util.Map;
import java.util.Optional;

/// A form's words in one more language. What is not translated is shown in the form's own language.
public record FormTranslation(
        Optional<String> title, Optional<String> description, Map<FieldKey, FieldTranslation> fields) {

    public FormTranslation {
        fields = Map.copyOf(fields);
    }

    /// @param options the labels by the options' keys
    public record FieldTranslation(Optional<String> label, Optional<String> help, Map<FieldKey, String> options) {
        public FieldTranslation {
            options = Map.copyOf(options);
        }
    }
}
