package org.luaplatform.adapters.mongo.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.domain.Cursor;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Pointer;

/// Lists that go by time, the latest first and among equals the greatest id first. A cursor names the last document
/// that was shown, so that a list may grow while somebody turns its pages.
///
/// @param time the path of the field that the list goes by, in milliseconds since 1970
public record Places(String time) {

    private static final Pattern CURSOR = Pattern.compile("(-?[0-9]{1,15})-([a-z0-9]{1,64})");

    public Bson order() {
        return Sorts.descending(time, "_id");
    }

    /// The page of the documents that match `filter`.
    ///
    /// @throws Invalid at `/cursor` if the request's cursor is none of this list
    public <T> Page<T> page(
            StoredDocuments documents, Bson filter, PageRequest request, Function<Document, T> reading) {
        Bson rest = request.after().map(cursor -> and(filter, after(cursor))).orElse(filter);
        List<Document> found = documents.list(rest, order(), request.limit() + 1);
        List<T> shown = found.stream().limit(request.limit()).map(reading).toList();
        return found.size() > request.limit()
                ? new Page<>(shown, Optional.of(cursor(found.get(request.limit() - 1))))
                : Page.last(shown);
    }

    private Cursor cursor(Document last) {
        List<String> path = List.of(time.split("\\.", -1));
        Document holder = last;
        for (String step : path.subList(0, path.size() - 1)) {
            holder = holder.document(step);
        }
        return new Cursor(holder.whole(path.getLast()) + "-" + last.text("id"));
    }

    /// The first condition alone says it all but for equal times; it is what an index is entered by.
    private Bson after(Cursor cursor) {
        Matcher text = CURSOR.matcher(cursor.value());
        if (!text.matches()) {
            throw new Invalid(Pointer.to("cursor"), "is not a cursor of this list");
        }
        long at = Long.parseLong(text.group(1));
        return and(lte(time, at), or(lt(time, at), and(eq(time, at), lt("_id", text.group(2)))));
    }
}
