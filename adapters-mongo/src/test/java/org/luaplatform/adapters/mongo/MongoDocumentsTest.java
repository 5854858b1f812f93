package org.luaplatform.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.documents.StoredDocument;
import org.luaplatform.adapters.mongo.testing.Engine;
import org.luaplatform.adapters.mongo.testing.OnEachEngine;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.act.Watch;
import org.luaplatform.domain.act.testing.TestDeliveries;
import org.luaplatform.domain.act.testing.TestDestinations;
import org.luaplatform.domain.act.testing.TestRules;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.Import;
import org.luaplatform.domain.learn.testing.TestFeedback;
import org.luaplatform.domain.learn.testing.TestForms;
import org.luaplatform.domain.learn.testing.TestImports;
import org.luaplatform.domain.tenancy.Organization;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.RepeatedRequests;
import org.luaplatform.domain.tenancy.testing.TestApiKeys;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.TestClock;
import org.luaplatform.domain.understand.AnalysisQueue.Completion;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.Contribution;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.FeedbackFilter;
import org.luaplatform.domain.understand.Tally;
import org.luaplatform.domain.understand.testing.TestInsights;
import org.luaplatform.domain.understand.testing.TestThemes;

/// Everything that is stored moves from one database to another, and works there.
@OnEachEngine
final class MongoDocumentsTest {

    private final Engine engine;
    private final MongoAdapter adapter;
    private final Organization organization = TestOrganizations.anOrganization();
    private final OrganizationId id = organization.id();
    private final Import started = TestImports.anImport(id);

    MongoDocumentsTest(Engine engine) {
        this.engine = engine;
        this.adapter = engine.adapter();
    }

    @BeforeEach
    void fill() {
        engine.empty();
        adapter.organizations().add(organization);
        adapter.apiKeys().add(TestApiKeys.anApiKey(id));
        var _ = adapter.repeatedRequests()
                .remember(id, new RepeatedRequests.Key("$ke.y"), "print", "id", TestClock.NOON);
        var form = TestForms.anOpenForm(id, TestForms.everything());
        adapter.forms().add(form);
        var _ = adapter.forms().update(id, form.id(), Expected.any(), before -> TestForms.titled(before, "New"));
        adapter.forms().archive(id, form.published());
        adapter.imports().add(started, new ByteArrayInputStream(new byte[300_000]));
        adapter.imports().reject(id, started.id(), List.of(TestImports.aRejectedRow(7)));
        var _ = adapter.feedbackInbox().add(TestFeedback.everything(id).build());
        var claims = adapter.analysisQueue().claim(10, TestClock.NOON.plusSeconds(3_600), Duration.ofMinutes(1));
        var _ = adapter.analysisQueue()
                .complete(claims.stream()
                        .map(claim -> new Completion(claim, TestInsights.everything()))
                        .toList());
        var _ = adapter.feedbackInbox().add(TestFeedback.aFeedback(id));
        count();
        adapter.themes().add(TestThemes.aTheme(id));
        adapter.destinations().add(TestDestinations.aWebhook(id));
        adapter.rules().add(TestRules.aRule(id));
        var _ = adapter.watches().replace(Optional.empty(), Watch.unseen(id, TestRules.anId(), "volume.above"));
        var _ = adapter.deliveries().enqueue(List.of(TestDeliveries.aDelivery(id)));
    }

    private void count() {
        CountingLane lane = adapter.countingLane();
        var entered =
                lane.enter(id, "worker", TestClock.NOON, Duration.ofMinutes(1)).orElseThrow();
        var bucket = new Bucket.Key(
                Bucket.Kind.TOPICS, TestForms.anId(), LocalDate.of(2026, 3, 2), Channel.API, Language.ENGLISH);
        var tally = new Tally(Map.of("keyword:wait.time $5 100%", 1L, "volume", Long.MAX_VALUE));
        var counted = lane.uncounted(id, 10).stream()
                .map(one -> new CountingLane.Counted(
                        one.entry().feedback().id(),
                        one.revision(),
                        List.of(TestThemes.anId()),
                        List.of(new Contribution(bucket, 0, tally))))
                .toList();
        var plan = new CountingLane.Plan(
                id, entered.sequence() + 1, counted, List.of(new CountingLane.Change(bucket, 0, tally)));
        var _ = lane.plan(entered, plan);
        lane.carryOut(plan);
        var next = new CountingLane.Plan(id, plan.sequence() + 1, counted, plan.changes());
        var _ = lane.plan(
                lane.enter(id, "worker", TestClock.NOON, Duration.ofMinutes(1)).orElseThrow(), next);
    }

    @Test
    void everything_that_is_read_can_be_put_back_and_is_the_same() {
        Map<DocumentCollection, List<Document>> before = everything();
        assertThat(before.values()).noneMatch(List::isEmpty);
        engine.empty();
        assertThat(everything().values()).allMatch(List::isEmpty);

        before.forEach(adapter::put);
        before.forEach(adapter::put);

        assertThat(everything()).isEqualTo(before);
        before.forEach((collection, documents) ->
                assertThat(adapter.count(collection)).as(collection.text()).isEqualTo(documents.size()));
    }

    @Test
    void what_was_put_back_goes_on() {
        Map<DocumentCollection, List<Document>> before = everything();
        engine.empty();

        before.forEach(adapter::put);

        assertThat(adapter.apiKeys().list(id))
                .allSatisfy(key -> assertThat(adapter.apiKeys()
                                .update(id, key.id(), one -> one.revoked(TestClock.NOON))
                                .revokedAt())
                        .isPresent());
        assertThat(adapter.imports().claim("worker", TestClock.NOON, Duration.ofMinutes(1)))
                .map(Import::id)
                .contains(started.id());
        assertThat(adapter.imports()
                        .update(
                                id,
                                started.id(),
                                "worker",
                                one -> one.with(Import.State.DONE, one.progress(), one.lease())))
                .isPresent();
        assertThat(adapter.analysisQueue().claim(10, TestClock.NOON.plusSeconds(3_600), Duration.ofMinutes(1)))
                .hasSize(1);
        assertThat(adapter.deliveries()
                        .claim(10, 10, Set.of(), TestClock.NOON.plusSeconds(3_600), Duration.ofMinutes(1)))
                .hasSize(1);
        try (var entries = adapter.feedbackEntries().stream(id, FeedbackFilter.ALL)) {
            assertThat(entries).hasSize(2);
        }
    }

    @Test
    void reading_goes_on_behind_any_position() {
        List<StoredDocument> all = read(DocumentCollection.FEEDBACK, Optional.empty());

        List<StoredDocument> rest =
                read(DocumentCollection.FEEDBACK, Optional.of(all.getFirst().position()));

        assertThat(rest).isEqualTo(all.subList(1, all.size()));
    }

    private Map<DocumentCollection, List<Document>> everything() {
        Map<DocumentCollection, List<Document>> everything = new EnumMap<>(DocumentCollection.class);
        for (DocumentCollection collection : DocumentCollection.values()) {
            everything.put(
                    collection,
                    read(collection, Optional.empty()).stream()
                            .map(StoredDocument::document)
                            .toList());
        }
        return everything;
    }

    private List<StoredDocument> read(DocumentCollection collection, Optional<String> after) {
        try (var documents = adapter.documents(collection, after)) {
            return documents.toList();
        }
    }
}
