package org.luaplatform.adapters.mongo.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.UpdateOneModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.conversions.Bson;
import org.luaplatform.adapters.documents.Document;

/// Gives documents to one of many callers who want them at the same time, without a document being given twice:
/// each looks what there is, marks what is still there as its own by a token that nobody else has, and reads what
/// bears the token afterwards.
public final class Leases {

    private Leases() {}

    /// @param candidates the ids of what could be taken, in order
    /// @param free what holds for a document as long as it can be taken
    /// @param tokenPath where its holder's token stands
    /// @param taking makes a document the holder's of a token
    /// @return what was taken, in order; empty only if there was nothing to take
    public static List<Document> taken(
            StoredDocuments documents,
            Supplier<List<String>> candidates,
            Bson free,
            String tokenPath,
            Function<String, Bson> taking) {
        for (int races = 0; ; races++) {
            List<String> ids = candidates.get();
            if (ids.isEmpty()) {
                return List.of();
            }
            String token = UUID.randomUUID().toString();
            List<Document> taken = taken(documents, ids, free, taking.apply(token), eq(tokenPath, token));
            if (!taken.isEmpty()) {
                return inOrder(taken, ids);
            }
            // Others were faster with all of them.
            Conflicts.giveWay(races);
        }
    }

    /// Everybody goes through the ids in the same order, so that nobody waits for somebody who waits for them.
    private static List<Document> taken(
            StoredDocuments documents, List<String> ids, Bson free, Bson taking, Bson isTaken) {
        StoredDocuments.Written written = documents.changeEach(ids.stream()
                .sorted()
                .map(id -> new UpdateOneModel<Document>(and(eq("_id", id), free), taking))
                .toList());
        return written.matched() == 0 ? List.of() : documents.list(and(in("_id", ids), isTaken));
    }

    private static List<Document> inOrder(List<Document> taken, List<String> ids) {
        Map<String, Integer> positions = new HashMap<>();
        ids.forEach(id -> positions.put(id, positions.size()));
        return taken.stream()
                .sorted(Comparator.comparing(document -> positions.getOrDefault(document.text("id"), ids.size())))
                .toList();
    }
}
