package org.luaplatform.adapters.memory.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luaplatform.domain.Cursor;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Pointer;

/// Where something stands in a list that goes by time, the latest first and among equals the greatest id first. It
/// says nothing of the thing's neighbours, so that a list may grow while somebody turns its pages.
public record Place(Instant at, String id) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::at).thenComparing(Place::id).reversed();

    private static final Pattern TEXT = Pattern.compile("(-?[0-9]{1,12})-([0-9]{1,9})-([a-z0-9]{1,64})");

    /// @throws Invalid at `/cursor` if that is not the text of a place
    static Place of(Cursor cursor) {
        Matcher text = TEXT.matcher(cursor.value());
        if (text.matches()) {
            try {
                var at = Instant.ofEpochSecond(Long.parseLong(text.group(1)), Long.parseLong(text.group(2)));
                return new Place(at, text.group(3));
            } catch (DateTimeException _) {
                // Well formed, but before or after all time: refused like any other text.
            }
        }
        throw new Invalid(Pointer.to("cursor"), "is not a cursor of this list");
    }

    Cursor cursor() {
        return new Cursor(at.getEpochSecond() + "-" + at.getNano() + "-" + id);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
