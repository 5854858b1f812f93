package org.luaplatform.adapters.mongo.testing;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/// mongo-java-server made safe for tests with many threads, and a little more alike the real thing.
///
/// - Its answers share documents with its store, so that others change them while they are being written: here one
/// command runs at a time, and answers with a copy.
/// - It does not know partial indexes and takes them for whole ones. A unique one that covers only documents which
/// have a field is told to it as a sparse index on that field alone, which means the same if the field's values
/// name the rest of the key, as ours do.
final class CarefulBackend implements MongoBackend {

    private final MongoBackend backend = new MemoryBackend().version(ServerVersion.MONGO_5_0);
    private final Object lock = new Object();

    @Override
    public Document handleMessage(MongoMessage message) {
        Document command = message.getDocument();
        synchronized (lock) {
            if (command.containsKey("createIndexes") && command.get("indexes") instanceof Collection<?> indexes) {
                indexes.forEach(CarefulBackend::makeUniqueIndexSparse);
            }
            return backend.handleMessage(message).cloneDeeply();
        }
    }

    private static void makeUniqueIndexSparse(Object index) {
        if (index instanceof Document unique
                && Boolean.TRUE.equals(unique.get("unique"))
                && unique.remove("partialFilterExpression") instanceof Document condition) {
            unique.put("key", new Document(condition.keySet().iterator().next(), 1));
            unique.put("sparse", true);
        }
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        synchronized (lock) {
            return backend.handleCommand(channel, database, command, query).cloneDeeply();
        }
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        synchronized (lock) {
            return backend.handleQuery(query);
        }
    }

    @Override
    public void handleClose(Channel channel) {
        backend.handleClose(channel);
    }

    @Override
    public void dropDatabase(String database) {
        backend.dropDatabase(database);
    }

    @Override
    public Collection<Document> getCurrentOperations(MongoQuery query) {
        return backend.getCurrentOperations(query);
    }

    @Override
    public Document getServerStatus() {
        return backend.getServerStatus();
    }

    @Override
    public void close() {
        backend.close();
    }

    @Override
    public void closeCursors(List<Long> cursorIds) {
        backend.closeCursors(cursorIds);
    }

    @Override
    public Clock getClock() {
        return backend.getClock();
    }

    @Override
    public void enableOplog() {
        backend.enableOplog();
    }

    @Override
    public void disableOplog() {
        backend.disableOplog();
    }

    @Override
    public MongoDatabase resolveDatabase(String database) {
        return backend.resolveDatabase(database);
    }

    @Override
    public MongoBackend version(MongoVersion version) {
        return backend.version(version);
    }
}
