package org.luaplatform.adapters.http.edge;

import java.util.List;
import org.luaplatform.domain.Page;

/// Lists as answers: `{items, nextCursor}`, where no cursor is `null`.
public final class Pages {

    private static final int BYTES_OF_ONE = 256;

    private Pages() {}

    /// Writes one item as one JSON value.
    @FunctionalInterface
    public interface ItemWriter<T> {
        void write(JsonWriter json, T item);
    }

    public static <T> Reply reply(Page<T> page, ItemWriter<? super T> writer) {
        var json = new JsonWriter(BYTES_OF_ONE * (page.items().size() + 1))
                .startObject()
                .startArray("items");
        page.items().forEach(item -> writer.write(json, item));
        json.endArray();
        page.next()
                .ifPresentOrElse(
                        cursor -> json.field("nextCursor", cursor.value()), () -> json.nullField("nextCursor"));
        return Reply.json(200, json.endObject());
    }

    /// A list that is short enough to be answered as a whole.
    public static <T> Reply reply(List<T> items, ItemWriter<? super T> writer) {
        return reply(Page.last(items), writer);
    }
}
