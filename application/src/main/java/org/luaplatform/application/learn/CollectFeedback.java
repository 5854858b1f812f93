package org.luaplatform.application.learn;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luaplatform.application.Nudge;
import org.luaplatform.domain.IdGenerator;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Signals;
import org.luaplatform.domain.Violation;
import org.luaplatform.domain.Violations;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FeedbackInbox;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Origin;
import org.luaplatform.domain.learn.PublishedForms;
import org.luaplatform.domain.learn.RequestReused;
import org.luaplatform.domain.learn.Submission;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.Principal;

/// Somebody answers a form. Once this returns, the feedback is never lost.
public final class CollectFeedback {

    /// @param origin tells a repetition of the same request; empty if the client cannot
    /// @param faults what was wrong with the request before anybody looked at the form; it is refused, together
    ///     with what the form finds
    public record Command(FormId form, Submission submission, Optional<Origin> origin, List<Violation> faults) {
        public Command {
            faults = List.copyOf(faults);
        }

        public Command(FormId form, Submission submission, Optional<Origin> origin) {
            this(form, submission, origin, List.of());
        }
    }

    /// The same for the first request and for its repetitions.
    public record Receipt(FeedbackId id, FormId form, int formVersion, Instant receivedAt) {}

    private final PublishedForms published;
    private final FeedbackInbox inbox;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final LiveEvents live;
    private final Signals signals;
    private final Nudge analysis;

    public CollectFeedback(
            PublishedForms published,
            FeedbackInbox inbox,
            IdGenerator ids,
            InstantSource clock,
            LiveEvents live,
            Signals signals,
            Nudge analysis) {
        this.published = published;
        this.inbox = inbox;
        this.ids = ids;
        this.clock = clock;
        this.live = live;
        this.signals = signals;
        this.analysis = analysis;
    }

    /// @throws org.luaplatform.domain.learn.FormNotFound if there is no such form, or the caller may not know of it
    /// @throws org.luaplatform.domain.learn.FormNotOpen if it takes no answers
    /// @throws Invalid with all faults and every violation of the form's rules
    /// @throws RequestReused if the origin's key stands for another content already
    public Receipt handle(Principal caller, Command command) {
        Form.Open form = OpenForms.forAnswers(published, caller, command.form());
        Feedback feedback = read(form, command);
        return switch (inbox.add(feedback)) {
            case FeedbackInbox.Receipt.Added _ -> {
                tell(feedback);
                yield new Receipt(feedback.id(), feedback.form(), feedback.formVersion(), feedback.receivedAt());
            }
            case FeedbackInbox.Receipt.AlreadyThere there -> {
                mustBeTheSame(command.origin(), there.origin());
                yield new Receipt(there.id(), feedback.form(), there.formVersion(), there.receivedAt());
            }
        };
    }

    private Feedback read(Form.Open form, Command command) {
        var violations = new Violations();
        command.faults().forEach(fault -> violations.add(fault.pointer(), fault.message()));
        Optional<Feedback> feedback = violations.attempt(
                Pointer.ROOT,
                () -> Feedback.on(
                        form.published(),
                        form.organization(),
                        new FeedbackId(ids.next()),
                        command.submission(),
                        command.origin(),
                        clock.instant()));
        violations.throwIfAny();
        return feedback.orElseThrow();
    }

    private void tell(Feedback feedback) {
        signals.collected(feedback.channel().name(), 1);
        analysis.nudge();
        live.publish(new LiveEvents.News(
                feedback.organization(),
                "feedback.received",
                Map.of(
                        "feedback",
                        feedback.id().value(),
                        "form",
                        feedback.form().value()),
                feedback.receivedAt()));
    }

    private static void mustBeTheSame(Optional<Origin> sent, Optional<Origin> stored) {
        if (!sent.map(Origin::fingerprint).equals(stored.map(Origin::fingerprint))) {
            throw new RequestReused();
        }
    }
}
