package org.luaplatform.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.testing.TestClock.NOON;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.adapters.documents.StoredDocument;
import org.luaplatform.adapters.documents.act.DeliveryDocument;
import org.luaplatform.adapters.documents.act.DestinationDocument;
import org.luaplatform.adapters.documents.act.RuleDocument;
import org.luaplatform.adapters.documents.act.WatchDocument;
import org.luaplatform.adapters.documents.learn.FeedbackDocument;
import org.luaplatform.adapters.documents.learn.FormDocument;
import org.luaplatform.adapters.documents.learn.FormVersionDocument;
import org.luaplatform.adapters.documents.learn.ImportDocument;
import org.luaplatform.adapters.documents.learn.RejectedRowDocument;
import org.luaplatform.adapters.documents.tenancy.ApiKeyDocument;
import org.luaplatform.adapters.documents.tenancy.OrganizationDocument;
import org.luaplatform.adapters.documents.tenancy.RememberedRequest;
import org.luaplatform.adapters.documents.understand.BucketRecord;
import org.luaplatform.adapters.documents.understand.BucketRecordDocument;
import org.luaplatform.adapters.documents.understand.FeedbackRecord;
import org.luaplatform.adapters.documents.understand.FeedbackRecordDocument;
import org.luaplatform.adapters.documents.understand.LaneRecord;
import org.luaplatform.adapters.documents.understand.LaneRecordDocument;
import org.luaplatform.adapters.documents.understand.ThemeDocument;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.Revision;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.Watch;
import org.luaplatform.domain.act.testing.TestDeliveries;
import org.luaplatform.domain.act.testing.TestDestinations;
import org.luaplatform.domain.act.testing.TestRules;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.Origin;
import org.luaplatform.domain.learn.testing.TestFeedback;
import org.luaplatform.domain.learn.testing.TestForms;
import org.luaplatform.domain.learn.testing.TestImports;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.RepeatedRequests;
import org.luaplatform.domain.tenancy.testing.TestApiKeys;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.understand.AnalysisQueue;
import org.luaplatform.domain.understand.AnalysisState;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.Contribution;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.Tally;
import org.luaplatform.domain.understand.testing.TestInsights;
import org.luaplatform.domain.understand.testing.TestThemes;

/// What another store is given to keep.
final class DocumentsTest {

    @RegisterExtension
    final NewFile file = new NewFile();

    private final OrganizationId organization = TestOrganizations.anId();

    @ParameterizedTest
    @EnumSource
    void an_empty_file_has_all_collections_and_no_documents(DocumentCollection collection) {
        assertThat(read(collection, Optional.empty())).isEmpty();
        assertThat(file.adapter().count(collection)).isZero();
    }

    @Test
    void tenancy_is_handed_out() {
        var adapter = file.adapter();
        var one = TestOrganizations.anOrganization();
        var key = TestApiKeys.anApiKey(organization);
        var request = new RepeatedRequests.Key("k");
        adapter.organizations().add(one);
        adapter.apiKeys().add(key);
        var _ = adapter.repeatedRequests().remember(organization, request, "f", "r", NOON);
        adapter.repeatedRequests().answered(organization, request, "a");

        assertThat(the(DocumentCollection.ORGANIZATIONS, OrganizationDocument::toOrganization))
                .isEqualTo(one);
        assertThat(the(DocumentCollection.API_KEYS, ApiKeyDocument::toApiKey)).isEqualTo(key);
        assertThat(the(DocumentCollection.REPEATED_REQUESTS, RememberedRequest::of))
                .isEqualTo(new RememberedRequest(organization, request, "f", "r", NOON, Optional.of("a")));
    }

    @Test
    void what_is_edited_is_handed_out_with_its_revision() {
        var adapter = file.adapter();
        var form = TestForms.anOpenForm(organization, TestForms.everything());
        var theme = TestThemes.aTheme(organization);
        var rule = TestRules.aRule(organization);
        var destination = TestDestinations.aWebhook(organization);
        adapter.forms().add(form);
        var _ = adapter.forms().update(organization, form.id(), Expected.any(), before -> before);
        adapter.forms().archive(organization, form.published());
        adapter.themes().add(theme);
        adapter.rules().add(rule);
        adapter.destinations().add(destination);

        assertThat(versioned(DocumentCollection.FORMS, FormDocument::toForm))
                .isEqualTo(new Versioned<Form>(form, new Revision(1)));
        assertThat(the(DocumentCollection.FORM_VERSIONS, FormVersionDocument::toVersion))
                .isEqualTo(form.published());
        assertThat(versioned(DocumentCollection.THEMES, ThemeDocument::toTheme))
                .isEqualTo(new Versioned<>(theme, Revision.FIRST));
        assertThat(versioned(DocumentCollection.RULES, RuleDocument::toRule))
                .isEqualTo(new Versioned<>(rule, Revision.FIRST));
        assertThat(versioned(DocumentCollection.DESTINATIONS, DestinationDocument::toDestination))
                .isEqualTo(new Versioned<>(destination, Revision.FIRST));
    }

    @Test
    void deliveries_and_watches_are_handed_out() {
        var adapter = file.adapter();
        var delivery = TestDeliveries.aDelivery(organization);
        var watch = new Watch(organization, TestRules.anId(), "s:t", true, 3, true);
        var _ = adapter.deliveries().enqueue(List.of(delivery));
        var _ = adapter.watches().replace(Optional.empty(), watch);

        assertThat(the(DocumentCollection.DELIVERIES, DeliveryDocument::toDelivery))
                .isEqualTo(delivery);
        assertThat(the(DocumentCollection.WATCHES, WatchDocument::toWatch)).isEqualTo(watch);
    }

    @Test
    void imports_are_handed_out_with_their_files_and_reports() {
        var adapter = file.adapter();
        var started = TestImports.anImport(organization);
        byte[] bytes = new byte[600_000];
        new Random(1).nextBytes(bytes);
        adapter.imports().add(started, new ByteArrayInputStream(bytes));
        adapter.imports().reject(organization, started.id(), List.of(TestImports.aRejectedRow(7)));

        assertThat(the(DocumentCollection.IMPORTS, ImportDocument::toImport)).isEqualTo(started);
        assertThat(the(DocumentCollection.REJECTED_ROWS, RejectedRowDocument::toRow))
                .isEqualTo(TestImports.aRejectedRow(7));
        var parts = read(DocumentCollection.IMPORT_FILES, Optional.empty());
        assertThat(parts)
                .extracting(StoredDocument::id)
                .containsExactly(started.id() + ":0", started.id() + ":1", started.id() + ":2");
        assertThat(parts)
                .extracting(part -> part.document().text("organization"))
                .containsOnly(organization.value());
        assertThat(parts.stream()
                        .map(part -> Base64.getDecoder().decode(part.document().text("base64")))
                        .toList())
                .extracting(part -> part.length)
                .containsExactly(262_144, 262_144, 75_712);
    }

    @Test
    void feedback_is_handed_out_with_all_that_is_known_of_it() {
        var adapter = file.adapter();
        var piece = TestFeedback.everything(organization).build();
        var theme = TestThemes.anId();
        var key = new Bucket.Key(
                Bucket.Kind.FIGURES, piece.form(), LocalDate.of(2026, 1, 1), Channel.API, Language.ENGLISH);
        var contribution = new Contribution(key, 5, new Tally(Map.of("volume", 1L)));
        var _ = adapter.feedbackInbox().add(piece);
        var claim = adapter.analysisQueue()
                .claim(1, NOON.plusSeconds(1), Duration.ofMinutes(1))
                .getFirst();
        var _ = adapter.analysisQueue()
                .complete(List.of(new AnalysisQueue.Completion(claim, TestInsights.everything())));
        var lane = adapter.countingLane()
                .enter(organization, "worker", NOON, Duration.ofMinutes(1))
                .orElseThrow();
        var plan = new CountingLane.Plan(
                organization,
                1,
                List.of(new CountingLane.Counted(piece.id(), 1, List.of(theme), List.of(contribution))),
                List.of(new CountingLane.Change(key, 5, contribution.tally())));
        var _ = adapter.countingLane().plan(lane, plan);
        var planned = the(DocumentCollection.LANES, LaneRecordDocument::toRecord);
        adapter.countingLane().carryOut(plan);

        assertThat(planned)
                .isEqualTo(new LaneRecord(
                        organization,
                        1,
                        1,
                        Optional.of(new LaneRecord.Stay("worker", NOON.plusSeconds(60))),
                        Optional.of(plan)));
        assertThat(the(DocumentCollection.LANES, LaneRecordDocument::toRecord).open())
                .isEmpty();
        assertThat(the(DocumentCollection.BUCKETS, BucketRecordDocument::toRecord))
                .isEqualTo(new BucketRecord(organization, new Bucket(key, Map.of(5, contribution.tally())), 1));
        assertThat(the(DocumentCollection.FEEDBACK, FeedbackRecordDocument::toRecord))
                .isEqualTo(new FeedbackRecord(
                        piece,
                        new AnalysisState.Done(),
                        Optional.of(TestInsights.everything()),
                        Optional.empty(),
                        1,
                        1,
                        1,
                        List.of(theme),
                        List.of(contribution)));
    }

    @Test
    void a_lease_is_handed_out_too() {
        var adapter = file.adapter();
        var _ = adapter.feedbackInbox().add(TestFeedback.aFeedback(organization));
        var claim =
                adapter.analysisQueue().claim(1, NOON, Duration.ofMinutes(1)).getFirst();

        var known = the(DocumentCollection.FEEDBACK, FeedbackRecordDocument::toRecord);

        assertThat(known.lease()).contains(new FeedbackRecord.Lease(claim.token(), NOON.plusSeconds(60)));
        assertThat(known.analysis()).isEqualTo(new AnalysisState.Pending(1, NOON, Optional.empty()));
    }

    @Test
    void a_key_that_was_given_free_is_handed_out_once() {
        var adapter = file.adapter();
        var form = TestForms.anId();
        var first = TestFeedback.feedback(organization, form)
                .origin(Origin.ofRequest("k", "f"))
                .build();
        var second = TestFeedback.feedback(organization, form)
                .at(NOON.plus(Duration.ofDays(2)))
                .origin(Origin.ofRequest("k", "f"))
                .build();
        var _ = adapter.feedbackInbox().addAll(List.of(first, second));

        assertThat(read(DocumentCollection.FEEDBACK, Optional.empty()))
                .extracting(StoredDocument::document)
                .map(FeedbackDocument::toFeedback)
                .extracting(Feedback::origin)
                .containsExactly(Optional.empty(), second.origin());
    }

    @Test
    void reading_goes_on_after_any_position() {
        var adapter = file.adapter();
        List<Feedback> pieces = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            pieces.add(TestFeedback.aFeedback(organization));
        }
        var _ = adapter.feedbackInbox().addAll(pieces);

        List<StoredDocument> all = read(DocumentCollection.FEEDBACK, Optional.empty());
        List<StoredDocument> rest =
                read(DocumentCollection.FEEDBACK, Optional.of(all.get(119).position()));

        assertThat(all)
                .extracting(StoredDocument::id)
                .containsExactlyElementsOf(
                        pieces.stream().map(piece -> piece.id().value()).toList());
        assertThat(rest).isEqualTo(all.subList(120, 250));
        assertThat(file.adapter().count(DocumentCollection.FEEDBACK)).isEqualTo(250);
    }

    private <T> Versioned<T> versioned(DocumentCollection collection, Function<Document, T> reading) {
        return the(collection, document -> Stored.versioned(document, reading));
    }

    private <T> T the(DocumentCollection collection, Function<Document, T> reading) {
        List<StoredDocument> all = read(collection, Optional.empty());
        assertThat(all).hasSize(1);
        StoredDocument only = all.getFirst();
        assertThat(only.collection()).isEqualTo(collection);
        assertThat(only.document().text("id")).isEqualTo(only.id());
        assertThat(only.document().has("organization")).isTrue();
        return reading.apply(only.document());
    }

    private List<StoredDocument> read(DocumentCollection collection, Optional<String> after) {
        try (var documents = file.adapter().documents(collection, after)) {
            return documents.toList();
        }
    }
}
