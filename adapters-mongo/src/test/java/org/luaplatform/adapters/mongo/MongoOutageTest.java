package org.luaplatform.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luaplatform.adapters.mongo.testing.Cable;
import org.luaplatform.adapters.mongo.testing.Engine;
import org.luaplatform.adapters.mongo.testing.OnEachEngine;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.testing.TestDeliveries;
import org.luaplatform.domain.act.testing.TestDestinations;
import org.luaplatform.domain.act.testing.TestRules;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.Import;
import org.luaplatform.domain.learn.testing.TestFeedback;
import org.luaplatform.domain.learn.testing.TestForms;
import org.luaplatform.domain.learn.testing.TestImports;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.RepeatedRequests;
import org.luaplatform.domain.tenancy.testing.TestApiKeys;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.OutageContract;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.FeedbackFilter;
import org.luaplatform.domain.understand.testing.TestThemes;

@OnEachEngine
final class MongoOutageTest implements OutageContract {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Cable cable;
    private final MongoAdapter adapter;
    private final OrganizationId organization = TestOrganizations.anId();
    private final Form.Open form = TestForms.anOpenForm(organization);
    private final Import started = TestImports.anImport(organization);
    private final Delivery delivery = TestDeliveries.aDelivery(organization);

    MongoOutageTest(Engine engine) {
        this.cable = engine.cable();
        this.adapter = engine.connect(cable);
        adapter.forms().add(form);
        adapter.imports().add(started, aFile());
        adapter.deliveries().enqueue(List.of(delivery));
    }

    private static InputStream aFile() {
        return new ByteArrayInputStream(new byte[] {1, 2, 3});
    }

    @AfterEach
    void disconnect() {
        cable.mend();
        adapter.close();
        cable.close();
    }

    @Override
    public void cutOff() {
        cable.cut();
    }

    @Override
    public void bringBack() {
        cable.mend();
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(3);
    }

    @Override
    public Map<String, Runnable> calls() {
        Map<String, Runnable> calls = new LinkedHashMap<>();
        addTenancy(calls);
        addLearn(calls);
        addUnderstand(calls);
        addAct(calls);
        calls.put("ping", adapter::ping);
        return calls;
    }

    private void addTenancy(Map<String, Runnable> calls) {
        var key = new RepeatedRequests.Key("key");
        calls.put("organizations.add", () -> adapter.organizations().add(TestOrganizations.anOrganization()));
        calls.put("organizations.find", () -> adapter.organizations().find(organization));
        calls.put("organizations.list", () -> adapter.organizations().list(PageRequest.first(10)));
        calls.put("apiKeys.add", () -> adapter.apiKeys().add(TestApiKeys.anApiKey(organization)));
        calls.put(
                "apiKeys.findByHash",
                () -> adapter.apiKeys().findByHash(TestApiKeys.aToken().hash()));
        calls.put("apiKeys.list", () -> adapter.apiKeys().list(organization));
        calls.put(
                "repeatedRequests.remember",
                () -> adapter.repeatedRequests().remember(organization, key, "print", "id", TestClock.NOON));
        calls.put("repeatedRequests.answered", () -> adapter.repeatedRequests().answered(organization, key, "answer"));
    }

    private void addLearn(Map<String, Runnable> calls) {
        calls.put("forms.add", () -> adapter.forms().add(TestForms.aDraft(organization)));
        calls.put("forms.find", () -> adapter.forms().find(organization, form.id()));
        calls.put("forms.findForRespondent", () -> adapter.forms().findForRespondent(form.id()));
        calls.put(
                "forms.update",
                () -> adapter.forms().update(organization, form.id(), Expected.any(), UnaryOperator.identity()));
        calls.put("forms.list", () -> adapter.forms().list(organization, PageRequest.first(10)));
        calls.put("forms.archive", () -> adapter.forms().archive(organization, form.published()));
        calls.put("forms.archived", () -> adapter.forms().archived(organization, form.id(), 1));
        calls.put("feedbackInbox.add", () -> adapter.feedbackInbox().add(TestFeedback.aFeedback(organization)));
        calls.put(
                "feedbackInbox.addAll",
                () -> adapter.feedbackInbox().addAll(List.of(TestFeedback.aFeedback(organization))));
        calls.put("imports.add", () -> adapter.imports().add(TestImports.anImport(organization), aFile()));
        calls.put("imports.find", () -> adapter.imports().find(organization, started.id()));
        calls.put("imports.list", () -> adapter.imports().list(organization, PageRequest.first(10)));
        calls.put("imports.claim", () -> adapter.imports().claim("worker", TestClock.NOON, LEASE));
        calls.put("imports.open", () -> adapter.imports().open(organization, started.id()));
        calls.put(
                "imports.reject",
                () -> adapter.imports().reject(organization, started.id(), List.of(TestImports.aRejectedRow(2))));
        calls.put(
                "imports.rejected",
                () -> adapter.imports().rejected(organization, started.id()).close());
    }

    private void addUnderstand(Map<String, Runnable> calls) {
        var piece = TestFeedback.aFeedback(organization);
        var entries = adapter.feedbackEntries();
        var queue = adapter.analysisQueue();
        var lane = adapter.countingLane();
        calls.put("feedbackEntries.find", () -> entries.find(organization, piece.id()));
        calls.put(
                "feedbackEntries.search",
                () -> entries.search(organization, FeedbackFilter.ALL, PageRequest.first(10)));
        calls.put(
                "feedbackEntries.stream",
                () -> entries.stream(organization, FeedbackFilter.ALL).close());
        calls.put("analysisQueue.claim", () -> queue.claim(10, TestClock.NOON, LEASE));
        calls.put("analysisQueue.retry", () -> queue.retry(organization, piece.id(), TestClock.NOON));
        calls.put("analysisQueue.failed", () -> queue.failed(organization, PageRequest.first(10)));
        calls.put("analysisQueue.backlog", queue::backlog);
        calls.put("countingLane.waiting", () -> lane.waiting(10));
        calls.put("countingLane.enter", () -> lane.enter(organization, "worker", TestClock.NOON, LEASE));
        calls.put("countingLane.uncounted", () -> lane.uncounted(organization, 10));
        calls.put("countingLane.recount", () -> lane.recount(organization, List.of(piece.id())));
        var day = LocalDate.of(2026, 3, 2);
        var selection = new Buckets.Selection(
                Bucket.Kind.FIGURES, day, day, Optional.empty(), Optional.empty(), Optional.empty());
        calls.put("buckets.read", () -> adapter.buckets().read(organization, selection));
        calls.put("themes.add", () -> adapter.themes().add(TestThemes.aTheme(organization)));
        calls.put("themes.list", () -> adapter.themes().list(organization));
    }

    private void addAct(Map<String, Runnable> calls) {
        calls.put("rules.add", () -> adapter.rules().add(TestRules.aRule(organization)));
        calls.put("rules.enabled", () -> adapter.rules().enabled(organization));
        calls.put("destinations.add", () -> adapter.destinations().add(TestDestinations.aWebhook(organization)));
        calls.put("watches.find", () -> adapter.watches().find(organization, TestRules.anId(), "volume.above"));
        calls.put(
                "deliveries.enqueue",
                () -> adapter.deliveries().enqueue(List.of(TestDeliveries.aDelivery(organization))));
        calls.put("deliveries.find", () -> adapter.deliveries().find(organization, delivery.id()));
        calls.put("deliveries.claim", () -> adapter.deliveries().claim(10, 10, Set.of(), TestClock.NOON, LEASE));
        calls.put("deliveries.replay", () -> adapter.deliveries().replay(organization, delivery.id(), TestClock.NOON));
        calls.put("deliveries.figures", adapter.deliveries()::figures);
    }

    @Test
    void a_server_that_neither_answers_nor_refuses_is_away_too() {
        adapter.forms().findForRespondent(form.id());
        cable.stall();

        long start = System.nanoTime();
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> adapter.forms().findForRespondent(form.id()));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(3_300));
    }

    @Test
    void whoever_is_interrupted_waits_no_longer() throws InterruptedException {
        adapter.forms().findForRespondent(form.id());
        cable.stall();
        var outcome = new AtomicReference<String>("none");
        var caller = Thread.ofVirtual().start(() -> {
            try {
                adapter.forms().findForRespondent(form.id());
            } catch (Unavailable unavailable) {
                outcome.set(unavailable.what() + ", interrupted: "
                        + Thread.currentThread().isInterrupted());
            }
        });
        while (caller.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }

        caller.interrupt();
        boolean hasEnded = caller.join(Duration.ofSeconds(1));

        assertThat(hasEnded).isTrue();
        assertThat(outcome).hasValue("MongoDB, interrupted: true");
    }

    @Test
    void a_stream_that_is_closed_early_leaves_no_cursor_behind() {
        List<Feedback> many = Stream.generate(() -> TestFeedback.aFeedback(organization))
                .limit(1_000)
                .toList();
        adapter.feedbackInbox().addAll(many);

        try (var stream = adapter.feedbackEntries().stream(organization, FeedbackFilter.ALL)) {
            assertThat(stream.iterator().next().feedback().organization()).isEqualTo(organization);
        }

        await().atMost(Duration.ofSeconds(5)).until(() -> cable.killedCursors() == 1);
    }

    @Test
    void a_stream_that_is_read_to_its_end_needs_no_farewell() {
        List<Feedback> many = Stream.generate(() -> TestFeedback.aFeedback(organization))
                .limit(1_000)
                .toList();
        adapter.feedbackInbox().addAll(many);

        try (var stream = adapter.feedbackEntries().stream(organization, FeedbackFilter.ALL)) {
            assertThat(stream).hasSize(1_000);
        }

        assertThat(cable.killedCursors()).isZero();
    }
}
