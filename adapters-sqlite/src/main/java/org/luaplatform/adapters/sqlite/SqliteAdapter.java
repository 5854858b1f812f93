package org.luaplatform.adapters.sqlite;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.documents.StoredDocument;
import org.luaplatform.adapters.sqlite.act.ActSources;
import org.luaplatform.adapters.sqlite.act.SqliteDeliveries;
import org.luaplatform.adapters.sqlite.act.SqliteDestinations;
import org.luaplatform.adapters.sqlite.act.SqliteRules;
import org.luaplatform.adapters.sqlite.act.SqliteWatches;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.adapters.sqlite.engine.Source;
import org.luaplatform.adapters.sqlite.engine.Unusable;
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
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Destinations;
import org.luaplatform.domain.act.Rules;
import org.luaplatform.domain.act.Watches;
import org.luaplatform.domain.learn.FeedbackInbox;
import org.luaplatform.domain.learn.Forms;
import org.luaplatform.domain.learn.Imports;
import org.luaplatform.domain.tenancy.ApiKeys;
import org.luaplatform.domain.tenancy.Organizations;
import org.luaplatform.domain.tenancy.RepeatedRequests;
import org.luaplatform.domain.understand.AnalysisQueue;
import org.luaplatform.domain.understand.Buckets;
import org.luaplatform.domain.understand.CountingLane;
import org.luaplatform.domain.understand.FeedbackEntries;
import org.luaplatform.domain.understand.Themes;

/// The ports that persist, on one SQLite file, for one process at a time. What a port acknowledged survives the end
/// of the process and of the machine's power. Safe from any number of threads; times are kept to the millisecond.
///
/// The Java that runs it should be started with `--enable-native-access=ALL-UNNAMED`.
public final class SqliteAdapter implements AutoCloseable {

    private final Database database;
    private final WordIndexer words;
    private final Organizations organizations;
    private final ApiKeys apiKeys;
    private final RepeatedRequests repeatedRequests;
    private final Forms forms;
    private final Imports imports;
    private final FeedbackInbox feedbackInbox;
    private final FeedbackEntries feedbackEntries;
    private final AnalysisQueue analysisQueue;
    private final CountingLane countingLane;
    private final Buckets buckets;
    private final Themes themes;
    private final Rules rules;
    private final Destinations destinations;
    private final Watches watches;
    private final Deliveries deliveries;

    private SqliteAdapter(Database database) {
        this.database = database;
        this.words = new WordIndexer(database);
        this.organizations = new SqliteOrganizations(database);
        this.apiKeys = new SqliteApiKeys(database);
        this.repeatedRequests = new SqliteRepeatedRequests(database);
        this.forms = new SqliteForms(database);
        this.imports = new SqliteImports(database);
        this.feedbackInbox = new SqliteFeedbackInbox(database, words);
        this.feedbackEntries = new SqliteFeedbackEntries(database);
        this.analysisQueue = new SqliteAnalysisQueue(database);
        this.countingLane = new SqliteCountingLane(database);
        this.buckets = new SqliteBuckets(database);
        this.themes = new SqliteThemes(database);
        this.rules = new SqliteRules(database);
        this.destinations = new SqliteDestinations(database);
        this.watches = new SqliteWatches(database);
        this.deliveries = new SqliteDeliveries(database);
    }

    /// Opens the file, or makes it together with its folder. Beside it lie, while it is open, the files of SQLite's
    /// log, and at all times one that is locked.
    ///
    /// @throws CannotOpen if it cannot be used, with what the operator can do about it
    public static SqliteAdapter open(Path file) {
        try {
            return over(Database.open(file));
        } catch (Unusable unusable) {
            throw new CannotOpen(unusable);
        }
    }

    private static SqliteAdapter over(Database database) {
        try {
            return new SqliteAdapter(database);
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    /// The data file cannot be used: it is locked, damaged, of a newer version, or not ours to write. The message
    /// is one line for the operator: which file, what is wrong, what to do.
    public static final class CannotOpen extends RuntimeException {
        private CannotOpen(Unusable unusable) {
            super(unusable.getMessage(), unusable.getCause());
        }
    }

    public Organizations organizations() {
        return organizations;
    }

    public ApiKeys apiKeys() {
        return apiKeys;
    }

    public RepeatedRequests repeatedRequests() {
        return repeatedRequests;
    }

    public Forms forms() {
        return forms;
    }

    public Imports imports() {
        return imports;
    }

    public FeedbackInbox feedbackInbox() {
        return feedbackInbox;
    }

    public FeedbackEntries feedbackEntries() {
        return feedbackEntries;
    }

    public AnalysisQueue analysisQueue() {
        return analysisQueue;
    }

    public CountingLane countingLane() {
        return countingLane;
    }

    public Buckets buckets() {
        return buckets;
    }

    public Themes themes() {
        return themes;
    }

    public Rules rules() {
        return rules;
    }

    public Destinations destinations() {
        return destinations;
    }

    public Watches watches() {
        return watches;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    /// All documents of a collection as every store keeps them, in the order of their arrival, to be copied while
    /// nobody writes.
    ///
    /// @param after the position of the last one that was read; empty to begin with the first
    public Stream<StoredDocument> documents(DocumentCollection collection, Optional<String> after) {
        return source(collection).read(database, after);
    }

    /// How many documents a collection has.
    public long count(DocumentCollection collection) {
        return source(collection).count(database);
    }

    private static Source source(DocumentCollection collection) {
        return Stream.of(TenancySources.ALL, LearnSources.ALL, UnderstandSources.ALL, ActSources.ALL)
                .flatMap(List::stream)
                .filter(source -> source.collection() == collection)
                .findFirst()
                .orElseThrow();
    }

    /// Finishes what is under way and gives the file free. Whoever calls a port from now on is told that SQLite is
    /// not available.
    @Override
    public void close() {
        words.close();
        database.close();
    }
}
