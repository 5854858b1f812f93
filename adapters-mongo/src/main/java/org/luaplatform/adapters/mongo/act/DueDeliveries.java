package org.luaplatform.adapters.mongo.act;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static org.luaplatform.adapters.mongo.act.MongoDeliveries.DESTINATION;
import static org.luaplatform.adapters.mongo.act.MongoDeliveries.ID;
import static org.luaplatform.adapters.mongo.act.MongoDeliveries.TURN;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.conversions.Bson;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.mongo.engine.StoredDocuments;
import org.luaplatform.domain.act.DestinationId;

/// Looks for what is due, the longest due first. A destination that has got its part is left out from there on, so
/// that a crowd before one of them is passed over in one step and hides no other.
///
/// @param due what makes a delivery due
/// @param max how many are wanted
/// @param perDestination how many of them for one destination
record DueDeliveries(StoredDocuments deliveries, Bson due, int max, int perDestination) {

    /// The ids of what was found.
    List<String> except(Set<DestinationId> except) {
        Set<String> leftOut = new HashSet<>();
        except.forEach(destination -> leftOut.add(destination.value()));
        Map<String, Integer> given = new HashMap<>();
        List<String> ids = new ArrayList<>();
        Bson rest = Filters.empty();
        while (ids.size() < max) {
            List<Document> found = deliveries.list(
                    and(due, nin(DESTINATION, leftOut), rest), Sorts.ascending(TURN, ID), max, DESTINATION, TURN);
            if (found.isEmpty()) {
                break;
            }
            for (Document one : found) {
                String destination = one.text(DESTINATION);
                if (ids.size() < max && given.getOrDefault(destination, 0) < perDestination) {
                    ids.add(one.text("id"));
                    if (given.merge(destination, 1, Integer::sum) == perDestination) {
                        leftOut.add(destination);
                    }
                }
            }
            rest = after(found.getLast());
        }
        return ids;
    }

    private static Bson after(Document last) {
        long turn = last.document("index").whole("turn");
        return or(gt(TURN, turn), and(eq(TURN, turn), gt(ID, last.text("id"))));
    }
}
