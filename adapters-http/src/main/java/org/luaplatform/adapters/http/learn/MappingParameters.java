package org.luaplatform.adapters.http.learn;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.adapters.http.edge.Query;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.ImportMapping;
import org.luaplatform.domain.learn.ImportMapping.Target;

/// What the columns of a file mean, as parameters:
/// `map.Comment=text&map.Stars=score&map.Plan=respondent.attributes.plan`.
final class MappingParameters {

    static final String PREFIX = "map.";
    private static final String ANSWERS = "answers.";
    private static final String ATTRIBUTES = "respondent.attributes.";

    private MappingParameters() {}

    static ImportMapping read(Query query) {
        Map<String, Target> columns = new HashMap<>();
        query.family(PREFIX)
                .keySet()
                .forEach(column -> query.value(
                                PREFIX + column,
                                MappingParameters::target,
                                "must be score, text, language, channel, occurredAt, id, ignore, respondent.ref,"
                                        + " respondent.attributes.NAME, or the key of a field behind answers.")
                        .ifPresent(target -> columns.put(column, target)));
        return new ImportMapping(columns);
    }

    private static Optional<Target> target(String text) {
        return switch (text) {
            case "score" -> Optional.of(new Target.Score());
            case "text" -> Optional.of(new Target.Words());
            case "language" -> Optional.of(new Target.SpokenLanguage());
            case "channel" -> Optional.of(new Target.Via());
            case "occurredAt" -> Optional.of(new Target.OccurredAt());
            case "id" -> Optional.of(new Target.RowKey());
            case "ignore" -> Optional.of(new Target.Ignored());
            case "respondent.ref" -> Optional.of(new Target.RespondentRef());
            default -> other(text);
        };
    }

    private static Optional<Target> other(String text) {
        if (text.startsWith(ATTRIBUTES) && text.length() > ATTRIBUTES.length()) {
            return Optional.of(new Target.Attribute(text.substring(ATTRIBUTES.length())));
        }
        String key = text.startsWith(ANSWERS) ? text.substring(ANSWERS.length()) : text;
        try {
            return Optional.of(new Target.ToField(new FieldKey(key)));
        } catch (Invalid _) {
            return Optional.empty();
        }
    }
}
