package org.luaplatform.adapters.mongo.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.luaplatform.adapters.documents.Document;

/// One collection, as the ports use it. Each method is one command to MongoDB (a stream: one for each batch),
/// blocks until it is answered, and throws [org.luaplatform.domain.Unavailable] if MongoDB is away or too slow.
public final class StoredDocuments {

    /// How many documents of a stream are at most on their way to its reader.
    private static final int AHEAD = 200;

    private static final ReplaceOptions REPLACE_OR_ADD = new ReplaceOptions().upsert(true);
    private static final BulkWriteOptions EACH_BY_ITSELF = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> collection;
    private final MongoNamespace place;
    private final MongoCalls calls;
    private final MongoCalls bulk;
    private final MongoCalls indexing;

    /// @param bulk makes calls that read or write much, which takes more patience than others
    /// @param indexing makes indexes, which takes much more
    StoredDocuments(MongoCollection<Document> collection, MongoCalls calls, MongoCalls bulk, MongoCalls indexing) {
        this.collection = collection;
        this.place = collection.getNamespace();
        this.calls = calls;
        this.bulk = bulk;
        this.indexing = indexing;
    }

    /// Sees to it that the collection has these indexes.
    public void index(List<IndexModel> indexes) {
        indexing.all("createIndexes", place, collection.createIndexes(indexes));
    }

    /// Adds the document.
    ///
    /// @return false if there is one with its id, or with another key that is unique; then nothing is stored
    public boolean add(Document document) {
        try {
            return Conflicts.outlasted(() -> calls.first("insert", place, collection.insertOne(document)))
                    .isPresent();
        } catch (MongoException failure) {
            if (Failures.isDuplicateKey(failure)) {
                return false;
            }
            throw failure;
        }
    }

    /// Adds those documents whose keys are new.
    public Written addAll(List<Document> documents) {
        return bulk("insert", documents.stream().map(InsertOneModel::new).toList());
    }

    /// Puts each document into the place of the one with its id, or adds it.
    public void putAll(List<Document> documents) {
        Written _ = bulk(
                "update",
                documents.stream()
                        .map(document ->
                                new ReplaceOneModel<>(itself(document), document.without("id"), REPLACE_OR_ADD))
                        .toList());
    }

    private static Bson itself(Document document) {
        return and(eq("_id", document.text("id")), eq("organization", document.text("organization")));
    }

    public Optional<Document> find(Bson filter) {
        return calls.first("find", place, bounded(collection.find(filter)).first());
    }

    /// All that match, in no order.
    public List<Document> list(Bson filter) {
        return calls.all("find", place, bounded(collection.find(filter)));
    }

    /// @param limit 0 for all
    public List<Document> list(Bson filter, Bson order, int limit) {
        return calls.all("find", place, bounded(found(filter, order, limit)));
    }

    /// The ids of what matches.
    ///
    /// @param limit 0 for all
    public List<String> ids(Bson filter, Bson order, int limit) {
        return calls
                .all("find", place, bounded(found(filter, order, limit)).projection(Projections.include("_id")))
                .stream()
                .map(document -> document.text("id"))
                .toList();
    }

    /// The first that matches, of which only one field is read.
    public Optional<Document> first(Bson filter, Bson order, String field) {
        Bson projection = Projections.fields(Projections.include(field), Projections.excludeId());
        return calls.first("find", place, bounded(found(filter, order, 1)).projection(projection));
    }

    /// Only the ids, and the fields that are named.
    public List<Document> list(Bson filter, Bson order, int limit, String... fields) {
        return calls.all("find", place, bounded(found(filter, order, limit)).projection(Projections.include(fields)));
    }

    /// All that match, read on as the stream is consumed; to be closed.
    public Stream<Document> stream(Bson filter, Bson order) {
        return stream(filter, order, AHEAD);
    }

    /// All that match, read on as the stream is consumed; to be closed.
    ///
    /// @param ahead how many documents are at most on their way to the reader
    public Stream<Document> stream(Bson filter, Bson order, int ahead) {
        return bulk.stream("find", place, found(filter, order, 0).batchSize(ahead), ahead);
    }

    /// Has the server stop when nobody waits any more.
    private FindPublisher<Document> bounded(FindPublisher<Document> find) {
        return find.maxTime(calls.patience().toMillis(), TimeUnit.MILLISECONDS);
    }

    private FindPublisher<Document> found(Bson filter, Bson order, int limit) {
        return collection.find(filter).sort(order).limit(limit);
    }

    /// @param atMost counting ends there
    public long count(Bson filter, int atMost) {
        var options = new CountOptions().limit(atMost).maxTime(calls.patience().toMillis(), TimeUnit.MILLISECONDS);
        return calls.first("aggregate", place, collection.countDocuments(filter, options))
                .orElse(0L);
    }

    /// How many there are, counted to the end.
    public long countAll() {
        return bulk.first("aggregate", place, collection.countDocuments()).orElse(0L);
    }

    /// Puts the document into the place of the one that matches. Its id stays.
    ///
    /// @return whether one matched
    public boolean replace(Bson filter, Document after) {
        Document replacement = after.without("id");
        return matched(Conflicts.outlasted(
                        () -> calls.first("update", place, collection.replaceOne(filter, replacement))))
                > 0;
    }

    /// Changes one document that matches.
    ///
    /// @return whether one matched
    public boolean update(Bson filter, Bson change) {
        return matched(Conflicts.outlasted(() -> calls.first("update", place, collection.updateOne(filter, change))))
                > 0;
    }

    /// Changes all documents that match.
    ///
    /// @return how many did
    public long updateAll(Bson filter, Bson change) {
        return matched(Conflicts.outlasted(() -> calls.first("update", place, collection.updateMany(filter, change))));
    }

    private static long matched(Optional<UpdateResult> result) {
        return result.map(UpdateResult::getMatchedCount).orElse(0L);
    }

    /// Changes one document that matches, the first in `order`.
    ///
    /// @return the document after the change
    public Optional<Document> change(Bson filter, Bson order, Bson change) {
        var after = new FindOneAndUpdateOptions().sort(order).returnDocument(ReturnDocument.AFTER);
        return Conflicts.outlasted(
                () -> calls.first("findAndModify", place, collection.findOneAndUpdate(filter, change, after)));
    }

    /// Changes the document that matches, or makes one from the filter and the change if none does.
    ///
    /// @return the document after the change; empty if there is one with the filter's id that does not match
    public Optional<Document> changeOrAdd(Bson filter, Bson change) {
        var after = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        try {
            return Conflicts.outlasted(
                    () -> calls.first("findAndModify", place, collection.findOneAndUpdate(filter, change, after)));
        } catch (MongoException failure) {
            if (Failures.isDuplicateKey(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /// Makes each of the changes to the one document that it is about, all in one command.
    public Written changeEach(List<UpdateOneModel<Document>> changes) {
        return bulk("update", changes);
    }

    private Written bulk(String operation, List<? extends WriteModel<Document>> writes) {
        return new Bulk(some -> bulk.first(operation, place, collection.bulkWrite(some, EACH_BY_ITSELF))
                        .orElseThrow())
                .write(writes);
    }

    /// @param matched how many documents were found and changed
    /// @param duplicates the positions of the writes that met a key which was there already
    public record Written(long matched, Set<Integer> duplicates) {
        public Written {
            duplicates = Set.copyOf(duplicates);
        }
    }

    /// @return whether there was one to remove
    public boolean remove(Bson filter) {
        return calls.first("delete", place, collection.deleteOne(filter))
                .map(DeleteResult::getDeletedCount)
                .filter(removed -> removed > 0)
                .isPresent();
    }

    public void removeAll(Bson filter) {
        calls.first("delete", place, collection.deleteMany(filter));
    }
}
