package org.luaplatform.adapters.memory.shared;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.luaplatform.domain.Cursor;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;

/// Cuts lists into pages.
public final class Pages {

    private Pages() {}

    /// The page of `items`, which are in no order, by their places.
    public static <T> Page<T> latestFirst(Stream<T> items, Function<T, Place> place, PageRequest page) {
        Predicate<T> isAfter = after(page)
                .<Predicate<T>>map(last -> item -> place.apply(item).compareTo(last) > 0)
                .orElse(_ -> true);
        Iterator<T> rest =
                items.filter(isAfter).sorted(Comparator.comparing(place)).iterator();
        return cut(rest, page.limit(), item -> place.apply(item).cursor());
    }

    /// The place after which the page begins.
    ///
    /// @throws org.luaplatform.domain.Invalid at `/cursor` if that cannot be read
    public static Optional<Place> after(PageRequest page) {
        return page.after().map(Place::of);
    }

    /// The next `limit` items, and the place of the last of them if more follow.
    public static <T> Page<T> next(Iterator<T> items, Function<T, Place> place, int limit) {
        return cut(items, limit, item -> place.apply(item).cursor());
    }

    /// The next `limit` items, and a cursor of the last of them if more follow.
    public static <T> Page<T> cut(Iterator<T> items, int limit, Function<T, Cursor> cursor) {
        List<T> shown = new ArrayList<>();
        while (shown.size() < limit && items.hasNext()) {
            shown.add(items.next());
        }
        return items.hasNext() ? new Page<>(shown, Optional.of(cursor.apply(shown.getLast()))) : Page.last(shown);
    }
}
