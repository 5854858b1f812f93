package org.luaplatform.adapters.mongo.engine;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.luaplatform.adapters.documents.Document;

/// Many writes in one command, each of which succeeds or fails by itself. Those that had to give way to others are
/// tried again; those that met a key which is there already are told.
final class Bulk {

    private final Function<List<WriteModel<Document>>, BulkWriteResult> command;
    private final Set<Integer> duplicates = new TreeSet<>();
    private long matched;

    Bulk(Function<List<WriteModel<Document>>, BulkWriteResult> command) {
        this.command = command;
    }

    StoredDocuments.Written write(List<? extends WriteModel<Document>> writes) {
        List<Integer> open = IntStream.range(0, writes.size()).boxed().toList();
        for (int tries = 1; !open.isEmpty(); tries++) {
            List<Integer> positions = open;
            try {
                List<WriteModel<Document>> some = positions.stream()
                        .<WriteModel<Document>>map(writes::get)
                        .toList();
                matched += Conflicts.outlasted(() -> command.apply(some)).getMatchedCount();
                open = List.of();
            } catch (MongoBulkWriteException failure) {
                matched += failure.getWriteResult().getMatchedCount();
                open = conflicting(failure, positions);
                if (!open.isEmpty()) {
                    Conflicts.pause(tries, failure);
                }
            }
        }
        return new StoredDocuments.Written(matched, duplicates);
    }

    private List<Integer> conflicting(MongoBulkWriteException failure, List<Integer> positions) {
        List<Integer> conflicting = new ArrayList<>();
        for (BulkWriteError error : failure.getWriteErrors()) {
            int position = positions.get(error.getIndex());
            if (Failures.isDuplicateKey(error.getCode())) {
                duplicates.add(position);
            } else if (Failures.isConflict(error.getCode())) {
                conflicting.add(position);
            } else {
                throw Failures.translated(failure);
            }
        }
        return conflicting;
    }
}
