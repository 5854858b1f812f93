package org.luaplatform.application.understand;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luaplatform.application.Nudge;
import org.luaplatform.domain.Signals;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.Forms;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.understand.AnalysisQueue;
import org.luaplatform.domain.understand.Insight;
import org.luaplatform.domain.understand.OverallInsight;
import org.luaplatform.domain.understand.OverallInsight.ReadAnswer;
import org.luaplatform.domain.understand.TextAnalyzer;

/// A worker's round: reads feedback that awaits it, and stores what it says. Any number of workers on any number of
/// replicas do this side by side. Whatever dies, the lease of what it had claimed runs out and somebody else does
/// it.
public final class AnalyzeFeedback {

    /// A text that fails this often is parked.
    static final int MOST_TRIES = 5;

    /// A try that was lost with its worker says little of the text, so it takes more of these.
    static final int MOST_TIMES_LOST = 2 * MOST_TRIES;

    private static final int SUSPICIOUS_AFTER = 2;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    private static final int LONGEST_PROBLEM = 500;

    /// @param max how many pieces the worker takes at once
    /// @param lease how long it may take over them until others may try
    public record Command(int max, Duration lease) {
        public static final Command USUAL = new Command(100, Duration.ofMinutes(2));
    }

    private final AnalysisQueue queue;
    private final Forms forms;
    private final TextAnalyzer analyzer;
    private final InstantSource clock;
    private final LiveEvents live;
    private final Signals signals;
    private final Nudge counting;

    /// @param counting wakes the worker that counts what was analysed
    public AnalyzeFeedback(
            AnalysisQueue queue,
            Forms forms,
            TextAnalyzer analyzer,
            InstantSource clock,
            LiveEvents live,
            Signals signals,
            Nudge counting) {
        this.queue = queue;
        this.forms = forms;
        this.analyzer = analyzer;
        this.clock = clock;
        this.live = live;
        this.signals = signals;
        this.counting = counting;
    }

    /// Does one round.
    ///
    /// @return how many pieces were tried; 0 if nothing is due
    public int handle(Command command) {
        List<AnalysisQueue.Claim> claims = queue.claim(command.max(), clock.instant(), command.lease());
        var labels = new QuestionLabels(forms);
        complete(claims.stream()
                .filter(claim -> !isSuspect(claim))
                .flatMap(claim -> analyze(claim, labels).stream())
                .toList());
        inTurns(claims.stream().filter(AnalyzeFeedback::isSuspect).toList())
                .forEach(claim -> analyze(claim, labels).ifPresent(completion -> complete(List.of(completion))));
        return claims.size();
    }

    private static boolean isSuspect(AnalysisQueue.Claim claim) {
        return claim.attempts() >= SUSPICIOUS_AFTER;
    }

    /// A text may be such that it takes the whole process down, and then all that was claimed with it looks as
    /// suspicious. These are done one by one, from either end in turns, until only the culprit is left.
    private static List<AnalysisQueue.Claim> inTurns(List<AnalysisQueue.Claim> suspects) {
        return suspects.stream().mapToInt(AnalysisQueue.Claim::attempts).max().orElse(0) % 2 == 0
                ? suspects
                : suspects.reversed();
    }

    /// Empty if the analysis failed, which is dealt with here: one poisonous text must not stop all others.
    private Optional<AnalysisQueue.Completion> analyze(AnalysisQueue.Claim claim, QuestionLabels labels) {
        if (claim.attempts() >= MOST_TIMES_LOST) {
            giveUp(claim, "its analysis never came to an end");
            return Optional.empty();
        }
        try {
            return Optional.of(new AnalysisQueue.Completion(claim, insight(claim.feedback(), labels)));
        } catch (Unavailable away) {
            // Nothing is wrong with the text, so this does not count towards parking it soon.
            retryLater(claim, away.toString());
        } catch (RuntimeException | StackOverflowError failure) {
            fail(claim, failure.toString());
        }
        return Optional.empty();
    }

    private Insight insight(Feedback feedback, QuestionLabels labels) {
        List<ReadAnswer> answers = new ArrayList<>();
        feedback.answers().words().forEach((field, text) -> {
            var passage = new TextAnalyzer.Passage(text, feedback.language(), labels.label(feedback, field));
            answers.add(new ReadAnswer(field, text, analyzer.analyze(passage)));
        });
        return OverallInsight.of(answers, feedback.language(), analyzer.version(), clock.instant());
    }

    private void fail(AnalysisQueue.Claim claim, String problem) {
        if (claim.attempts() + 1 >= MOST_TRIES) {
            giveUp(claim, problem);
        } else {
            retryLater(claim, problem);
        }
    }

    private void giveUp(AnalysisQueue.Claim claim, String problem) {
        queue.giveUp(claim, clock.instant(), shortened(problem));
        signals.analysisFailed(true);
        counting.nudge();
    }

    private void retryLater(AnalysisQueue.Claim claim, String problem) {
        queue.postpone(claim, clock.instant().plus(pause(claim.attempts())), shortened(problem));
        signals.analysisFailed(false);
    }

    /// Four times as long after each failure: 10 s, 40 s, 160 s, 640 s.
    private static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << (2 * Math.min(attempts, 8)));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static String shortened(String problem) {
        return problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM);
    }

    private void complete(List<AnalysisQueue.Completion> completions) {
        if (completions.isEmpty()) {
            return;
        }
        Set<FeedbackId> stored = new HashSet<>(queue.complete(completions));
        if (stored.isEmpty()) {
            return;
        }
        counting.nudge();
        Instant now = clock.instant();
        completions.stream()
                .filter(completion ->
                        stored.contains(completion.claim().feedback().id()))
                .forEach(completion -> tell(completion.claim().feedback(), completion.insight(), now));
    }

    private void tell(Feedback feedback, Insight insight, Instant now) {
        signals.analysed(1, Duration.between(feedback.receivedAt(), now));
        live.publish(new LiveEvents.News(
                feedback.organization(),
                "feedback.analysed",
                Map.of(
                        "feedback", feedback.id().value(),
                        "form", feedback.form().value(),
                        "sentiment", insight.sentiment().label().name(),
                        "urgency", insight.urgency().level().name()),
                now));
    }
}
