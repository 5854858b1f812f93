package org.luaplatform.bootstrap.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Field;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FieldType;
import org.luaplatform.domain.learn.FormContent;
import org.luaplatform.domain.learn.Option;
import org.luaplatform.domain.learn.Scale;

/// The form that the demo's answers were given to, as far as it can be told from them: the open questions of the
/// NHS Friends and Family Test.
final class DemoForm {

    static final FormContent CONTENT = new FormContent(
            "NHS Friends and Family Test",
            Optional.of("Real answers to the open questions of a survey of the NHS in England."),
            Language.ENGLISH,
            List.of(
                    field(
                            "service",
                            "Which service did you use?",
                            new FieldType.SingleChoice(
                                    List.of(
                                            option("ambulance", "Ambulance: see and convey"),
                                            option("patient-transport", "Patient transport"),
                                            option("nhs-111", "NHS 111"),
                                            option("mental-health", "Mental health"),
                                            option("forensic", "Forensic care"),
                                            option("community-health", "Community health services")),
                                    false)),
                    field(
                            "score",
                            "Overall, how was your experience of our service?",
                            new FieldType.Scored(new Scale.Rating(5))),
                    field("why", "Please tell us why you gave your answer.", new FieldType.LongText(4_000)),
                    field("good", "What was good?", new FieldType.LongText(4_000)),
                    field("better", "What could we do better?", new FieldType.LongText(4_000))),
            Map.of());

    private DemoForm() {}

    private static Field field(String key, String label, FieldType type) {
        return new Field(new FieldKey(key), label, Optional.empty(), false, Optional.empty(), type);
    }

    private static Option option(String key, String label) {
        return new Option(new FieldKey(key), label);
    }
}
