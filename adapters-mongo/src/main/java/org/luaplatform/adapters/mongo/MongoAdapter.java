package org.luaplatform.adapters.mongo;

import io.opentelemetry.api.OpenTelemetry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.documents.StoredDocument;
import org.luaplatform.adapters.mongo.act.MongoDeliveries;
import org.luaplatform.adapters.mongo.act.MongoDestinations;
import org.luaplatform.adapters.mongo.act.MongoRules;
import org.luaplatform.adapters.mongo.act.MongoWatches;
import org.luaplatform.adapters.mongo.engine.MongoConnection;
import org.luaplatform.adapters.mongo.engine.MongoUnusable;
import org.luaplatform.adapters.mongo.learn.MongoForms;
import org.luaplatform.adapters.mongo.learn.MongoImports;
import org.luaplatform.adapters.mongo.tenancy.MongoApiKeys;
import org.luaplatform.adapters.mongo.tenancy.MongoOrganizations;
import org.luaplatform.adapters.mongo.tenancy.MongoRepeatedRequests;
import org.luaplatform.adapters.mongo.understand.MongoFeedback;
import org.luaplatform.adapters.mongo.understand.MongoThemes;
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

/// The ports that persist, on MongoDB: a single server, a replica set or a sharded cluster. Any number of replicas
/// may share one database. What was acknowledged is in the journals of a majority of the servers.
///
/// While MongoDB is away, every call throws [org.luaplatform.domain.Unavailable] within three seconds; nothing has
/// to be restarted afterwards.
public final class MongoAdapter implements AutoCloseable {

    private final MongoConnection connection;
    private final CommonForm documents;
    private final Organizations organizations;
    private final ApiKeys apiKeys;
    private final RepeatedRequests repeatedRequests;
    private final Forms forms;
    private final Imports imports;
    private final MongoFeedback feedback;
    private final Themes themes;
    private final Rules rules;
    private final Destinations destinations;
    private final Watches watches;
    private final Deliveries deliveries;

    private MongoAdapter(MongoConnection connection) {
        this.connection = connection;
        this.documents = new CommonForm(connection);
        this.organizations = new MongoOrganizations(connection);
        this.apiKeys = new MongoApiKeys(connection);
        this.repeatedRequests = new MongoRepeatedRequests(connection);
        this.forms = new MongoForms(connection);
        this.imports = new MongoImports(connection);
        this.feedback = new MongoFeedback(connection);
        this.themes = new MongoThemes(connection);
        this.rules = new MongoRules(connection);
        this.destinations = new MongoDestinations(connection);
        this.watches = new MongoWatches(connection);
        this.deliveries = new MongoDeliveries(connection);
    }

    /// Connects, and makes the collections' indexes where they are missing.
    ///
    /// @param uri a [connection string](https://www.mongodb.com/docs/manual/reference/connection-string/); without
    ///     a database it means `luaplatform`
    /// @param telemetry takes a client span and a measurement of each call; `OpenTelemetry.noop()` for neither
    /// @throws CannotOpen if that cannot be done
    public static MongoAdapter open(String uri, OpenTelemetry telemetry) {
        try {
            return MongoConnection.open(uri, telemetry, MongoAdapter::new);
        } catch (MongoUnusable unusable) {
            throw new CannotOpen(unusable);
        }
    }

    /// MongoDB cannot be used: the address is malformed or wrong, nobody answers there, or whoever answers refuses.
    /// The message is one line for the operator: which setting, what is wrong, what to do. It holds no secret.
    public static final class CannotOpen extends RuntimeException {
        private CannotOpen(MongoUnusable unusable) {
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
        return feedback.inbox();
    }

    public FeedbackEntries feedbackEntries() {
        return feedback.entries();
    }

    public AnalysisQueue analysisQueue() {
        return feedback.queue();
    }

    public CountingLane countingLane() {
        return feedback.lane();
    }

    public Buckets buckets() {
        return feedback.buckets();
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

    /// Stores documents that come from another store, under their ids. Those that are there already are replaced,
    /// so that a copy which broke off can go on anywhere before the place where it did.
    ///
    /// @param documents in the form that every store keeps
    public void put(DocumentCollection collection, List<Document> documents) {
        this.documents.put(collection, documents);
    }

    /// All documents of a collection in the form that every store keeps, in the order of their ids; to be closed.
    ///
    /// @param after the position of the last one that was read; empty to begin with the first
    public Stream<StoredDocument> documents(DocumentCollection collection, Optional<String> after) {
        return documents.read(collection, after);
    }

    /// How many documents a collection has.
    public long count(DocumentCollection collection) {
        return documents.count(collection);
    }

    /// Asks MongoDB for a sign of life.
    ///
    /// @throws org.luaplatform.domain.Unavailable if there is none
    public void ping() {
        connection.ping();
    }

    @Override
    public void close() {
        connection.close();
    }
}
