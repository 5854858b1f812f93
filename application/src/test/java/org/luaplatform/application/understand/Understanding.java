package org.luaplatform.application.understand;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.luaplatform.adapters.memory.MemoryAdapter;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Signals;
import org.luaplatform.domain.learn.Answer;
import org.luaplatform.domain.learn.Answers;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FieldKey;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Scale;
import org.luaplatform.domain.tenancy.ApiKeyId;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.testing.TestIds;
import org.luaplatform.domain.understand.AnalysisQueue;
import org.luaplatform.domain.understand.BuiltInEmbedder;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.FeedbackFilter;
import org.luaplatform.domain.understand.TextAnalyzer;

/// Feedback of one organization on stores in memory, and the workers that make sense of it.
final class Understanding {

    static final FieldKey WHY = new FieldKey("why");
    static final FieldKey BETTER = new FieldKey("better");

    final TestClock clock = new TestClock();
    final MemoryAdapter stores = new MemoryAdapter();
    final OrganizationId acme = new OrganizationId(TestIds.next());
    final FormId form = new FormId(TestIds.next());
    final Principal analyst = holder(acme, EnumSet.allOf(Scope.class));
    final Principal stranger = holder(new OrganizationId(TestIds.next()), EnumSet.allOf(Scope.class));
    final List<FeedbackEntry> heard = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger nudges = new AtomicInteger();
    final CollectedSignals signals = new CollectedSignals();
    final CollectedNews news = new CollectedNews();
    TextAnalyzer analyzer = new TaggedTextAnalyzer();

    static Principal holder(OrganizationId organization, EnumSet<Scope> scopes) {
        return new Principal.KeyHolder(new ApiKeyId(TestIds.next()), organization, scopes);
    }

    AnalyzeFeedback analyzeFeedback() {
        return new AnalyzeFeedback(
                stores.analysisQueue(), stores.forms(), analyzer, clock, news, signals, nudges::incrementAndGet);
    }

    CountFeedback countFeedback(String worker) {
        return new CountFeedback(
                worker,
                stores.countingLane(),
                stores.buckets(),
                stores.feedbackEntries(),
                stores.themes(),
                new BuiltInEmbedder(),
                (_, entries) -> heard.addAll(entries),
                news,
                clock,
                signals);
    }

    /// Does all that is due.
    void understandAll() {
        var analyze = analyzeFeedback();
        while (analyze.handle(AnalyzeFeedback.Command.USUAL) > 0) {
            // Goes on until nothing is due.
        }
        var count = countFeedback("worker");
        while (count.handle(CountFeedback.Command.USUAL) > 0) {
            // Goes on until nothing is waiting.
        }
    }

    FeedbackId receive(String why) {
        return receive(why, Map.of(), _ -> {});
    }

    /// Somebody says this, now, and `more`.
    FeedbackId receive(String why, Map<FieldKey, Answer> more, Consumer<Given> change) {
        Map<FieldKey, Answer> answers = new LinkedHashMap<>(more);
        if (!why.isEmpty()) {
            answers.put(WHY, new Answer.Text(why));
        }
        Given given = new Given(clock);
        change.accept(given);
        var all = new Answers(answers);
        var feedback = new Feedback(
                new FeedbackId(TestIds.next()),
                given.organization.orElse(acme),
                form,
                1,
                all,
                given.language,
                given.channel,
                Optional.empty(),
                given.occurredAt,
                clock.instant(),
                all.satisfaction(),
                Optional.empty());
        var _ = stores.feedbackInbox().add(feedback);
        return feedback.id();
    }

    FeedbackId receiveScored(String why, int score) {
        return receive(why, Map.of(new FieldKey("score"), new Answer.Score(new Scale.Rating(5), score)), _ -> {});
    }

    FeedbackEntry entry(FeedbackId id) {
        return stores.feedbackEntries().find(acme, id).orElseThrow();
    }

    List<FeedbackEntry> entries() {
        return stores.feedbackEntries()
                .search(acme, FeedbackFilter.ALL, PageRequest.first(PageRequest.MAX_LIMIT))
                .items();
    }

    AnalysisQueue.Backlog backlog() {
        return stores.analysisQueue().backlog();
    }

    /// What a test may want to be different about feedback.
    static final class Given {

        Optional<OrganizationId> organization = Optional.empty();
        Optional<Language> language = Optional.empty();
        Channel channel = Channel.API;
        Instant occurredAt;

        Given(InstantSource clock) {
            this.occurredAt = clock.instant();
        }
    }

    static final class CollectedSignals implements Signals {

        final List<String> told = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void collected(String channel, int count) {
            told.add("collected " + count);
        }

        @Override
        public void analysed(int count, Duration waited) {
            told.add("analysed " + count + " after " + waited);
        }

        @Override
        public void analysisFailed(boolean forGood) {
            told.add(forGood ? "gave up" : "failed");
        }

        @Override
        public void counted(int count) {
            told.add("counted " + count);
        }

        @Override
        public void enqueued(int count) {
            told.add("enqueued " + count);
        }

        @Override
        public void attempted(String outcome, Duration duration) {
            told.add(outcome);
        }

        @Override
        public void workerFailed(String worker, RuntimeException failure) {
            told.add(worker + " failed: " + failure.getMessage());
        }
    }

    static final class CollectedNews implements LiveEvents {

        final List<News> told = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void publish(News news) {
            told.add(news);
        }

        @Override
        public Subscription subscribe(OrganizationId organization, Consumer<News> listener) {
            throw new UnsupportedOperationException("nobody listens here");
        }
    }
}
