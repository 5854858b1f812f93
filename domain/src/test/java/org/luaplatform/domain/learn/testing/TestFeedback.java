package org.luaplatform.domain.learn.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.domain.learn.Answer;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.ImportId;
import org.luaplatform.domain.learn.Origin;
import org.luaplatform.domain.learn.Respondent;
import org.luaplatform.domain.learn.Scale;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;

/// Feedback for tests.
public final class TestFeedback {

    private TestFeedback() {}

    /// Feedback without answers so far, to a form that nobody else uses.
    public static FeedbackBuilder feedback(OrganizationId organization) {
        return feedback(organization, TestForms.anId());
    }

    public static FeedbackBuilder feedback(OrganizationId organization, FormId form) {
        return new FeedbackBuilder(organization, form);
    }

    public static Feedback aFeedback(OrganizationId organization) {
        return feedback(organization).words("Shorter queues").score(2).build();
    }

    public static Feedback aFeedback(OrganizationId organization, FormId form) {
        return feedback(organization, form).words("Shorter queues").score(2).build();
    }

    /// An answer of each type and every other part in use; it answers [TestForms#everything].
    public static FeedbackBuilder everything(OrganizationId organization) {
        return feedback(organization)
                .formVersion(7)
                .answer("why", new Answer.Text("Schöne Grüße,\n\"quoted\", \u0001 and 😀"))
                .answer("name", new Answer.Text("Ada"))
                .answer("where", new Answer.Choice(List.of(), Optional.of("by the roof")))
                .answer(
                        "tags",
                        new Answer.Choice(
                                List.of(new FieldKey("fast"), new FieldKey("kind")), Optional.of("a bit loud")))
                .answer("again", new Answer.YesNo(true))
                .answer("age", new Answer.Numeric(new BigDecimal("37.50")))
                .answer("visits", new Answer.Numeric(new BigDecimal("12345678901234567890123456789012345678")))
                .answer("day", new Answer.Date(LocalDate.of(2026, 2, 28)))
                .answer("mail", new Answer.Email("ada@example.org"))
                .answer("stars", new Answer.Score(new Scale.Rating(10), 8))
                .answer("nps", new Answer.Score(new Scale.Nps(), 0))
                .answer("csat", new Answer.Score(new Scale.Csat(), 5))
                .answer("ces", new Answer.Score(new Scale.Ces(), 7))
                .language("pt-br")
                .channel("widget")
                .respondent(new Respondent("c-17", Map.of("plan", "gold", "odd.$name", "a=b", "empty", "")))
                .occurredAt(TestClock.NOON.minusMillis(123_456_789))
                .receivedAt(TestClock.NOON.plusMillis(1))
                .origin(Origin.ofRow("row/1.$", "a fingerprint", new ImportId(TestIds.next())));
    }
}
