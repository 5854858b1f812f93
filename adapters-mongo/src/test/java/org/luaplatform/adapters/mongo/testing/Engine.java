package org.luaplatform.adapters.mongo.testing;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import io.opentelemetry.api.OpenTelemetry;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.luaplatform.adapters.mongo.MongoAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Something that speaks MongoDB's protocol, with a database for this run of the tests and an adapter on it.
public final class Engine implements AutoCloseable {

    private static final String IN_JVM = "mongo-java-server";
    private static final Pattern URI = Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)(?:/([^?]*))?(?:\\?(.*))?");

    private final String name;
    private final String uri;
    private final Runnable stop;
    private final MongoClient client;
    private final MongoDatabase database;
    private final MongoAdapter adapter;

    private Engine(String name, String uri, Runnable stop) {
        this.name = name;
        this.uri = uri;
        this.stop = stop;
        this.client = MongoClients.create(uri);
        this.database = client.getDatabase(
                Optional.ofNullable(new ConnectionString(uri).getDatabase()).orElseThrow());
        this.adapter = MongoAdapter.open(uri, OpenTelemetry.noop());
    }

    static Engine inJvm() {
        var server = new MongoServer(new CarefulBackend());
        String address = server.bindAndGetConnectionString();
        return new Engine(IN_JVM, address + "/" + freshName() + "?maxPoolSize=10", server::shutdownNow);
    }

    static Engine real(String uri) {
        return new Engine("a real server", withDatabase(uri, freshName()), () -> {});
    }

    private static String freshName() {
        byte[] random = new byte[6];
        ThreadLocalRandom.current().nextBytes(random);
        return "lua-test-" + HexFormat.of().formatHex(random);
    }

    /// The user stays known where they were known.
    private static String withDatabase(String uri, String database) {
        Matcher parts = URI.matcher(uri);
        if (!parts.matches()) {
            throw new IllegalArgumentException("MONGO_URI is no connection string");
        }
        String given = Optional.ofNullable(parts.group(2))
                .filter(name -> !name.isEmpty())
                .orElse("admin");
        String options =
                Optional.ofNullable(parts.group(3)).map(more -> more + "&").orElse("");
        String source = options.contains("authSource=") ? "" : "authSource=" + given + "&";
        return parts.group(1) + "/" + database + "?" + options + source + "maxPoolSize=10";
    }

    public MongoAdapter adapter() {
        return adapter;
    }

    /// The address of this engine and database.
    public String uri() {
        return uri;
    }

    /// The database itself, for tests that look behind the adapter.
    public MongoDatabase database() {
        return database;
    }

    /// A cable to the engine, and the engine's address at its end.
    public Cable cable() {
        String[] address = address().split(":", -1);
        return Cable.to(address[0], Integer.parseInt(address[1]));
    }

    /// Another adapter on the same database, behind a cable.
    public MongoAdapter connect(Cable cable) {
        return MongoAdapter.open(uri.replace(address(), "127.0.0.1:" + cable.port()), OpenTelemetry.noop());
    }

    private String address() {
        return new ServerAddress(new ConnectionString(uri).getHosts().getFirst()).toString();
    }

    /// Another adapter on the same database, as another replica has one.
    public MongoAdapter connect(OpenTelemetry telemetry) {
        return MongoAdapter.open(uri, telemetry);
    }

    /// Whether this is a real server, which can do more than the engine inside the JVM.
    public boolean isReal() {
        return !name.equals(IN_JVM);
    }

    /// Removes everything that tests have stored; the indexes stay.
    public void empty() {
        Flux.from(database.listCollectionNames())
                .flatMap(collection -> database.getCollection(collection).deleteMany(new Document()))
                .blockLast();
    }

    @Override
    public void close() {
        adapter.close();
        Mono.from(database.drop()).block();
        client.close();
        stop.run();
    }

    @Override
    public String toString() {
        return name;
    }
}
