package org.luaplatform.bootstrap;

import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.documents.StoredDocument;
import org.luaplatform.adapters.mongo.MongoAdapter;
import org.luaplatform.adapters.sqlite.SqliteAdapter;

/// Copies everything from the SQLite file to MongoDB, and sees that it is there. A copy that was interrupted goes
/// on where it was; doing it twice changes nothing. The server must not run meanwhile, which the file's lock sees
/// to.
final class MigrateStore {

    private static final int BATCH = 500;

    private final SqliteAdapter from;
    private final MongoAdapter to;
    private final Path progress;
    private final PrintStream out;

    private MigrateStore(SqliteAdapter from, MongoAdapter to, Path progress, PrintStream out) {
        this.from = from;
        this.to = to;
        this.progress = progress;
        this.out = out;
    }

    /// @return 0 if everything is in MongoDB now
    static int run(Settings settings, PrintStream out) {
        String uri = settings.mongoUri()
                .orElseThrow(() -> new StartProblem("MONGO_URI must name the MongoDB to copy everything to."));
        DataFolder folder = DataFolder.open(settings.dataDir());
        if (!Files.exists(folder.database())) {
            throw new StartProblem(
                    "There is no SQLite file " + folder.database() + " to copy from. Name its folder with "
                            + Setting.DATA_DIR.flag() + " or " + Setting.DATA_DIR.variable() + ".");
        }
        try (SqliteAdapter from = SqliteAdapter.open(folder.database());
                MongoAdapter to = MongoAdapter.open(uri, OpenTelemetry.noop())) {
            Path progress = folder.database().resolveSibling("migrate-store.progress");
            return new MigrateStore(from, to, progress, out).run();
        } catch (SqliteAdapter.CannotOpen refusal) {
            throw new StartProblem(String.valueOf(refusal.getMessage()));
        } catch (MongoAdapter.CannotOpen refusal) {
            throw new StartProblem(String.valueOf(refusal.getMessage()));
        } catch (IOException failure) {
            throw new StartProblem("The progress cannot be kept in the data folder (" + failure.getMessage() + ").");
        }
    }

    private int run() throws IOException {
        for (DocumentCollection collection : DocumentCollection.values()) {
            copy(collection);
        }
        boolean whole = true;
        for (DocumentCollection collection : DocumentCollection.values()) {
            whole &= verify(collection);
        }
        if (whole) {
            Files.deleteIfExists(progress);
            out.println(
                    "Everything is in MongoDB. Start the server with the same MONGO_URI and LUA_SECRET_KEY set to the"
                            + " key in the data folder's secret.key.");
        }
        return whole ? 0 : 1;
    }

    private void copy(DocumentCollection collection) throws IOException {
        Position position = position();
        if (collection.compareTo(position.collection()) < 0) {
            return;
        }
        Optional<String> after = collection == position.collection() ? position.after() : Optional.empty();
        long copied = 0;
        try (Stream<StoredDocument> documents = from.documents(collection, after)) {
            Iterator<StoredDocument> all = documents.iterator();
            while (all.hasNext()) {
                List<Document> batch = new ArrayList<>(BATCH);
                String reached = "";
                while (all.hasNext() && batch.size() < BATCH) {
                    StoredDocument next = all.next();
                    batch.add(next.document());
                    reached = next.position();
                }
                to.put(collection, batch);
                copied += batch.size();
                keep(new Position(collection, Optional.of(reached)));
            }
        }
        out.printf(Locale.ROOT, "  copied %,12d %s%n", copied, collection.text());
    }

    private boolean verify(DocumentCollection collection) {
        Fingerprint source = fingerprint(from.documents(collection, Optional.empty()));
        Fingerprint target = fingerprint(to.documents(collection, Optional.empty()));
        boolean same = source.equals(target);
        out.printf(
                Locale.ROOT,
                "  %s %,12d of %,d %s%n",
                same ? "verified" : "DIFFERENT",
                target.count(),
                source.count(),
                collection.text());
        return same;
    }

    private static Fingerprint fingerprint(Stream<StoredDocument> documents) {
        try (documents) {
            return documents
                    .map(stored -> Fingerprint.of(stored.document()))
                    .reduce(Fingerprint.NOTHING, Fingerprint::plus);
        }
    }

    /// @param after the last document that was copied
    private record Position(DocumentCollection collection, Optional<String> after) {}

    private Position position() throws IOException {
        try {
            List<String> lines = Files.readAllLines(progress, StandardCharsets.UTF_8);
            return new Position(DocumentCollection.of(lines.getFirst()), Optional.of(lines.getLast()));
        } catch (NoSuchFileException _) {
            return new Position(DocumentCollection.ORGANIZATIONS, Optional.empty());
        }
    }

    private void keep(Position position) throws IOException {
        Files.writeString(
                progress, position.collection().text() + "\n" + position.after().orElse(""), StandardCharsets.UTF_8);
    }
}
