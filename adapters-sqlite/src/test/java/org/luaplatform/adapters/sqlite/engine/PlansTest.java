package org.luaplatform.adapters.sqlite.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.luaplatform.domain.testing.TestClock.NOON;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luaplatform.adapters.sqlite.act.ActSources;
import org.luaplatform.adapters.sqlite.act.SqliteDeliveries;
import org.luaplatform.adapters.sqlite.act.SqliteDestinations;
import org.luaplatform.adapters.sqlite.act.SqliteRules;
import org.luaplatform.adapters.sqlite.act.SqliteWatches;
import org.luaplatform.adapters.sqlite.learn.LearnSources;
import org.luaplatform.adapters.sqlite.learn.SqliteFeedbackInbox;
import org.luaplatform.adapters.sqlite.learn.SqliteForms;
import org.luaplatform.adapters.sqlite.learn.SqliteImports;
import org.luaplatform.adapters.sqlite.tenancy.SqliteApiKeys;
import org.luaplatform.adapters.sqlite.tenancy.SqliteOrganizations;
import org.luaplatform.adapters.sqlite.tenancy.SqliteRepeatedRequests;
import org.luaplatform.adapters.sqlite.tenancy.TenancySources;
import org.luaplatform.adapters.sqlite.understand.SqliteAnalysisQueue;
import org.luaplatform.adapters.sqlite.understand.SqliteBuckets;
import org.luaplatform.adapters.sqlite.understand.SqliteCountingLane;
import org.luaplatform.adapters.sqlite.understand.SqliteFeedbackEntries;
import org.luaplatform.adapters.sqlite.understand.SqliteThemes;
import org.luaplatform.adapters.sqlite.understand.UnderstandSources;
import org.luaplatform.adapters.sqlite.understand.WordIndexer;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.Watch;
import org.luaplatform.domain.act.testing.TestDeliveries;
import org.luaplatform.domain.act.testing.TestDestinations;
import org.luaplatform.domain.act.testing.TestRules;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Origin;
import org.luaplatform.domain.learn.testing.TestFeedback;
import org.luaplatform.domain.learn.testing.TestForms;
import org.luaplatform.domain.learn.testing.TestImports;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.RepeatedRequests;
import org.luaplatform.domain.tenancy.testing.TestApiKeys;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.understand.AnalysisQueue;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.FeedbackFilter;
import org.luaplatform.domain.understand.SentimentLabel;
import org.luaplatform.domain.understand.Tally;
import org.luaplatform.domain.understand.testing.TestFilters;
import org.luaplatform.domain.understand.testing.TestInsights;
import org.luaplatform.domain.understand.testing.TestThemes;

/// Asks SQLite how it carries out each statement that the ports use. With a million pieces of feedback a scan of a
/// table is an outage; it must not come in unnoticed by an innocent change of a condition.
final class PlansTest {

    /// What scans nothing that grows with the data: virtual tables by their own index, lists of values, the steps
    /// of a jump from group to group, and counts of what waits (which a partial index holds and nothing else).
    private static final Pattern ALLOWED_SCAN = Pattern.compile("SCAN (feedback_words VIRTUAL TABLE INDEX \\d+:.*"
            + "|json_each VIRTUAL TABLE INDEX 1:"
            + "|uncounted|waiting|CONSTANT ROW"
            + "|lanes USING INDEX lanes_open"
            + "|imports USING INDEX imports_to_do"
            + "|feedback USING COVERING INDEX feedback_(pending|failed|uncounted)"
            + "|deliveries USING (COVERING )?INDEX deliveries_(pending|dead)"
            + "|p USING COVERING INDEX sqlite_autoindex_import_parts_1)");

    /// An index of feedback of which nothing but the organization is used. (What waits to be counted has one of its
    /// own.)
    private static final Pattern READS_ALL_OF_A_TENANT =
            Pattern.compile("SEARCH (f|feedback) USING .*feedback_by_\\w+ \\(organization=\\?( AND rowid.*)?\\)");

    /// What is looked up among few rows and sorted then.
    private static final Pattern SORTED_ON_PURPOSE = Pattern.compile("json_each\\(|UNION|EXCEPT", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private Database database;
    private final OrganizationId organization = TestOrganizations.anId();

    @BeforeEach
    void open() throws Unusable {
        database = Database.open(folder.resolve("test.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void no_statement_scans_a_table_or_sorts_what_it_finds() throws IOException {
        useTenancy();
        useLearn();
        useUnderstand();
        useAct();
        readAll();

        Map<String, List<String>> bad = new TreeMap<>();
        Set<String> statements = statements();
        statements.forEach(statement -> {
            List<String> plan = plan(statement);
            if (plan.stream().anyMatch(step -> isBad(step, statement))) {
                bad.put(statement, plan);
            }
        });

        assertThat(statements).hasSizeGreaterThan(80).anyMatch(statement -> statement.contains("feedback_words MATCH"));
        assertThat(bad).isEmpty();
    }

    @Test
    void a_scan_would_be_noticed() {
        String scan = "SELECT id FROM feedback WHERE problem = ?";
        String sort = "SELECT id FROM feedback WHERE organization = ? ORDER BY received_at";
        String tenant = "SELECT id FROM feedback WHERE organization = ? AND seq > ?";

        assertThat(plan(scan)).anyMatch(step -> isBad(step, scan));
        assertThat(plan(sort)).anyMatch(step -> isBad(step, sort));
        assertThat(plan(tenant)).anyMatch(step -> isBad(step, tenant));
    }

    private static boolean isBad(String step, String statement) {
        boolean scans = step.startsWith("SCAN ") && !ALLOWED_SCAN.matcher(step).matches();
        boolean sorts = step.contains("TEMP B-TREE")
                && !SORTED_ON_PURPOSE.matcher(statement).find();
        return scans
                || sorts
                || step.contains("AUTOMATIC")
                || READS_ALL_OF_A_TENANT.matcher(step).matches();
    }

    private Set<String> statements() {
        Set<String> statements = new TreeSet<>(database.write(Session::statements));
        // Readers are few, and one that was used once is used again.
        statements.addAll(database.read(Session::statements));
        // What manages transactions, or is done while the file is opened.
        statements.removeIf(
                statement -> statement.matches("(?s)SAVEPOINT.*|ROLLBACK.*|RELEASE.*|PRAGMA.*|.* sqlite_schema .*"));
        return statements;
    }

    private List<String> plan(String statement) {
        return database.read(session -> {
            var call = session.sql("EXPLAIN QUERY PLAN " + statement);
            return new ArrayList<>(call.all(row -> row.getString("detail")));
        });
    }

    private void useTenancy() {
        var organizations = new SqliteOrganizations(database);
        var one = TestOrganizations.anOrganization();
        organizations.add(one);
        var _ = organizations.find(one.id());
        var _ = organizations.list(PageRequest.first(10));
        var keys = new SqliteApiKeys(database);
        var key = TestApiKeys.anApiKey(organization);
        keys.add(key);
        var _ = keys.findByHash(key.hash());
        var _ = keys.list(organization);
        var _ = keys.update(organization, key.id(), before -> before.revoked(NOON));
        var requests = new SqliteRepeatedRequests(database);
        var _ = requests.remember(organization, new RepeatedRequests.Key("k"), "f", "r", NOON);
        requests.answered(organization, new RepeatedRequests.Key("k"), "a");
    }

    private void useLearn() throws IOException {
        var forms = new SqliteForms(database);
        var form = TestForms.anOpenForm(organization);
        forms.add(form);
        var _ = forms.find(organization, form.id());
        var _ = forms.findForRespondent(form.id());
        var _ = forms.update(organization, form.id(), Expected.any(), before -> before);
        var _ = forms.list(organization, PageRequest.first(10));
        forms.archive(organization, form.published());
        var _ = forms.archived(organization, form.id(), 1);
        var imports = new SqliteImports(database);
        var started = TestImports.anImport(organization);
        imports.add(started, new ByteArrayInputStream(new byte[10]));
        var _ = imports.find(organization, started.id());
        var _ = imports.list(organization, PageRequest.first(10));
        var _ = imports.claim("worker", NOON, Duration.ofMinutes(1));
        var _ = imports.update(organization, started.id(), "worker", before -> before);
        try (var file = imports.open(organization, started.id())) {
            var _ = file.readAllBytes();
        }
        imports.reject(organization, started.id(), List.of(TestImports.aRejectedRow(1)));
        try (var rejected = imports.rejected(organization, started.id())) {
            var _ = rejected.toList();
        }
        imports.discardFile(organization, started.id());
    }

    private void useUnderstand() {
        var inbox = new SqliteFeedbackInbox(database, _ -> {});
        FormId form = TestForms.anId();
        var first = TestFeedback.feedback(organization, form)
                .words("Queues")
                .origin(Origin.ofRequest("k", "f"))
                .build();
        var _ = inbox.add(first);
        var _ = inbox.add(first);
        var _ = inbox.add(TestFeedback.feedback(organization, form)
                .at(NOON.plus(Duration.ofDays(2)))
                .origin(Origin.ofRequest("k", "f"))
                .build());
        var _ = inbox.known(organization, form, Set.of(first.id()));
        useQueue(first);
        receiveMany(inbox, form);
        var lane = new SqliteCountingLane(database);
        var _ = lane.waiting(10);
        var entered =
                lane.enter(organization, "worker", NOON, Duration.ofMinutes(1)).orElseThrow();
        var _ = lane.uncounted(organization, 10);
        var theme = TestThemes.anId();
        for (var themes : List.of(List.of(theme), List.of(TestThemes.anId()))) {
            var key =
                    new Bucket.Key(Bucket.Kind.FIGURES, form, LocalDate.of(2026, 1, 1), Channel.API, Language.ENGLISH);
            var plan = new CountingLane.Plan(
                    organization,
                    1,
                    List.of(new CountingLane.Counted(first.id(), 1, themes, List.of())),
                    List.of(new CountingLane.Change(key, 0, new Tally(Map.of("n", 1L)))));
            var _ = lane.plan(entered, plan);
            lane.carryOut(plan);
        }
        lane.recount(organization, List.of(first.id()));
        lane.leave(entered);
        useThemes();
        search();
        for (var chosen : List.of(Optional.of(form), Optional.<FormId>empty())) {
            var _ = new SqliteBuckets(database)
                    .read(
                            organization,
                            new Buckets.Selection(
                                    Bucket.Kind.FIGURES,
                                    LocalDate.of(2026, 1, 1),
                                    LocalDate.of(2026, 2, 1),
                                    chosen,
                                    Optional.of(Channel.API),
                                    Optional.of(Language.ENGLISH)));
        }
    }

    private void useQueue(Feedback first) {
        var queue = new SqliteAnalysisQueue(database);
        var claims = queue.claim(10, NOON, Duration.ofMinutes(1));
        queue.postpone(claims.getFirst(), NOON, "slow");
        var again = queue.claim(1, NOON, Duration.ofMinutes(1)).getFirst();
        var _ = queue.complete(
                List.of(new AnalysisQueue.Completion(again, TestInsights.anInsight(SentimentLabel.NEGATIVE))));
        var _ = queue.retry(organization, first.id(), NOON);
        queue.giveUp(queue.claim(1, NOON, Duration.ofMinutes(1)).getFirst(), NOON, "odd");
        var _ = queue.failed(organization, PageRequest.first(10));
        var _ = queue.backlog();
    }

    private void useThemes() {
        var themes = new SqliteThemes(database);
        var theme = TestThemes.aTheme(organization);
        themes.add(theme);
        var _ = themes.find(organization, theme.id());
        var _ = themes.list(organization);
        var _ = themes.update(organization, theme.id(), Expected.any(), before -> before);
        themes.remove(organization, theme.id());
    }

    /// Words are looked up only among so many pieces that it pays.
    private void receiveMany(SqliteFeedbackInbox inbox, FormId form) {
        List<Feedback> pieces = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            pieces.add(TestFeedback.aFeedback(organization, form));
        }
        var _ = inbox.addAll(pieces);
    }

    /// What filters make of the statement has a test of its own.
    private void search() {
        var entries = new SqliteFeedbackEntries(database);
        var _ = entries.search(organization, FeedbackFilter.ALL, PageRequest.first(10));
        var _ = entries.search(organization, TestFilters.saying("unheardof"), PageRequest.first(10));
        var _ = entries.find(organization, new FeedbackId("none"));
        try (var indexer = new WordIndexer(database)) {
            indexer.arrived(1);
            await().until(() -> database.read(session -> session.sql("SELECT value FROM progress WHERE name = 'words'")
                            .number())
                    > 0);
        }
        var _ = entries.search(organization, TestFilters.saying("unheardof"), PageRequest.first(10));
    }

    private void useAct() {
        var destinations = new SqliteDestinations(database);
        var destination = TestDestinations.aWebhook(organization);
        destinations.add(destination);
        var _ = destinations.list(organization, PageRequest.first(10));
        destinations.remove(organization, destination.id(), Expected.any());
        var rules = new SqliteRules(database);
        var rule = TestRules.aRule(organization);
        rules.add(rule);
        var _ = rules.enabled(organization);
        var watches = new SqliteWatches(database);
        var _ = watches.find(organization, rule.id(), "s");
        var _ = watches.replace(Optional.empty(), new Watch(organization, rule.id(), "s", true, 1, false));
        var deliveries = new SqliteDeliveries(database);
        var delivery = TestDeliveries.aDelivery(organization);
        var _ = deliveries.enqueue(List.of(delivery));
        var _ = deliveries.find(organization, delivery.id());
        for (var state : List.of(Optional.of(Deliveries.StateName.DEAD), Optional.<Deliveries.StateName>empty())) {
            for (var wanted : List.of(Optional.of(delivery.destination()), Optional.<DestinationId>empty())) {
                var _ = deliveries.list(organization, state, wanted, PageRequest.first(10));
            }
        }
        var claim = deliveries
                .claim(10, 10, Set.of(), NOON.plus(Duration.ofDays(1)), Duration.ofMinutes(1))
                .getFirst();
        var _ = deliveries.settle(claim, delivery);
        var _ = deliveries.replay(organization, delivery.id(), NOON);
        var _ = deliveries.resume(organization, delivery.destination(), NOON.plus(Duration.ofDays(2)));
        var _ = deliveries.figures();
    }

    private void readAll() {
        for (var room : List.of(TenancySources.ALL, LearnSources.ALL, UnderstandSources.ALL, ActSources.ALL)) {
            for (Source source : room) {
                try (var documents = source.read(database, Optional.empty())) {
                    var _ = documents.toList();
                }
            }
        }
    }
}
