package org.luaplatform.adapters.sqlite.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luaplatform.domain.Cursor;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Pointer;

/// Where something stands in a list that goes by time and id. It says nothing of the thing's neighbours, so that a
/// list may grow while somebody turns its pages.
///
/// @param millis since 1970
public record Place(long millis, String id) {

    /// Before everything, in a list that begins with the latest.
    public static final Place BEGINNING = new Place(Long.MAX_VALUE, "");

    private static final Pattern TEXT = Pattern.compile("(-?[0-9]{1,18})-([a-z0-9]{1,64})");

    /// The place after which the page begins.
    ///
    /// @throws Invalid at `/cursor` if that is no place
    public static Place before(PageRequest page) {
        return page.after().map(Place::of).orElse(BEGINNING);
    }

    private static Place of(Cursor cursor) {
        Matcher text = TEXT.matcher(cursor.value());
        if (!text.matches()) {
            throw new Invalid(Pointer.to("cursor"), "is not a cursor of this list");
        }
        return new Place(Long.parseLong(text.group(1)), text.group(2));
    }

    private Cursor cursor() {
        return new Cursor(millis + "-" + id);
    }

    /// The page, given one item more than it shows, if there is one more.
    public static <T> Page<T> page(List<Placed<T>> items, PageRequest page) {
        boolean hasMore = items.size() > page.limit();
        List<Placed<T>> shown = hasMore ? items.subList(0, page.limit()) : items;
        List<T> values = new ArrayList<>(shown.size());
        shown.forEach(item -> values.add(item.value()));
        return new Page<>(values, hasMore ? Optional.of(shown.getLast().place().cursor()) : Optional.empty());
    }

    /// Reads the rows of a list that begin with their place: milliseconds, id.
    public static <T> Call.Reading<Placed<T>> reading(Call.Reading<T> value) {
        return row -> new Placed<>(new Place(row.getLong(1), row.getString(2)), value.read(row));
    }

    /// Something that stands at a place.
    public record Placed<T>(Place place, T value) {}
}
