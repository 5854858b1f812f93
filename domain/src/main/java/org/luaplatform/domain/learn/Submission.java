package org.luaplatform.domain.learn;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.domain.Language;

/// What a respondent, a program or an import row hands in, before it is held against the form.
///
/// @param answers by field key
/// @param occurredAt when the respondent said it; empty for "just now"
public record Submission(
        Map<String, RawAnswer> answers,
        Optional<Language> language,
        Optional<Channel> channel,
        Optional<Respondent> respondent,
        Optional<Instant> occurredAt) {

    public Submission {
        answers = Map.copyOf(answers);
    }
}
