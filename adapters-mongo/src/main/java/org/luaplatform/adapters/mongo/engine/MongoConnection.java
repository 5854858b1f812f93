package org.luaplatform.adapters.mongo.engine;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoConfigurationException;
import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.codecs.configuration.CodecRegistries;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.domain.Unavailable;

/// The connections to MongoDB, and what holds for every call that is made over them: writes are acknowledged when
/// they are in the journals of a majority, reads see what was so acknowledged and nothing that could be taken back,
/// and no caller waits longer than [#PATIENCE] for an answer.
public final class MongoConnection implements AutoCloseable {

    /// How long a caller waits for an answer.
    static final Duration PATIENCE = Duration.ofSeconds(3);

    /// How long for much: many writes in one command, or the next items of a long result.
    private static final Duration BULK_PATIENCE = Duration.ofSeconds(15);

    private static final Duration SELECTION = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    /// An index over much data takes its time, and nobody waits for it but a server that starts.
    private static final Duration INDEX_PATIENCE = Duration.ofHours(1);

    /// What MongoDB calls the collection of commands that are about none.
    private static final String COMMANDS = "$cmd";

    private static final String DEFAULT_DATABASE = "luaplatform";

    private final MongoClient client;
    private final MongoDatabase database;
    private final MongoCalls calls;
    private final MongoCalls bulk;
    private final MongoCalls indexing;

    private MongoConnection(MongoClient client, MongoDatabase database, Function<Duration, MongoCalls> callsWith) {
        this.client = client;
        this.database = database;
        this.calls = callsWith.apply(PATIENCE);
        this.bulk = callsWith.apply(BULK_PATIENCE);
        this.indexing = callsWith.apply(INDEX_PATIENCE);
    }

    /// Connects, and makes something of the connection, such as ports with their indexes.
    ///
    /// @param uri a [connection string](https://www.mongodb.com/docs/manual/reference/connection-string/); what it
    ///     says of time-outs and pools holds, what it says of concerns and preferences does not
    /// @throws MongoUnusable if it is malformed, or nobody answers, or whoever answers refuses
    public static <T> T open(String uri, OpenTelemetry telemetry, Function<MongoConnection, T> making)
            throws MongoUnusable {
        ConnectionString address = parse(uri);
        String name = Optional.ofNullable(address.getDatabase()).orElse(DEFAULT_DATABASE);
        var reachability = new Reachability(new ServerAddress(address.getHosts().getFirst()));
        MongoClient client = MongoClients.create(settings(address, reachability));
        var connection = new MongoConnection(
                client, client.getDatabase(name), patience -> new MongoCalls(telemetry, reachability, patience));
        try {
            connection.ping();
            return making.apply(connection);
        } catch (MongoException | Unavailable failure) {
            connection.close();
            throw new Diagnosis(address.getHosts(), name, Boolean.TRUE.equals(address.getSslEnabled()))
                    .of(failure, reachability.problems());
        }
    }

    /// The driver's own words are not passed on: a password with an unescaped character can be part of them.
    private static ConnectionString parse(String uri) throws MongoUnusable {
        try {
            return new ConnectionString(uri);
        } catch (IllegalArgumentException malformed) {
            throw new MongoUnusable(
                    "this is no MongoDB connection string",
                    "Write it like mongodb://user:password@host:27017/luaplatform, with special characters in user and"
                            + " password percent-encoded",
                    malformed);
        } catch (MongoConfigurationException unresolved) {
            throw new MongoUnusable(
                    "the servers of this mongodb+srv address cannot be looked up",
                    "Check its spelling and that DNS works here",
                    unresolved);
        }
    }

    private static MongoClientSettings settings(ConnectionString address, Reachability reachability) {
        return MongoClientSettings.builder()
                .applicationName("luaplatform")
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SELECTION.toMillis(), TimeUnit.MILLISECONDS)
                                .addClusterListener(reachability))
                .applyToServerSettings(server -> server.heartbeatFrequency(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(SELECTION.toMillis(), TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(SELECTION.toMillis(), TimeUnit.MILLISECONDS))
                .applyConnectionString(address)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .codecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new DocumentCodec()), MongoClientSettings.getDefaultCodecRegistry()))
                .build();
    }

    /// Whether MongoDB answers.
    ///
    /// @throws Unavailable if it does not
    public void ping() {
        var place = new MongoNamespace(database.getName(), COMMANDS);
        calls.first("ping", place, database.runCommand(new BsonDocument("ping", new BsonInt32(1))));
    }

    public StoredDocuments collection(DocumentCollection collection) {
        return new StoredDocuments(database.getCollection(collection.text(), Document.class), calls, bulk, indexing);
    }

    @Override
    public void close() {
        client.close();
    }
}
