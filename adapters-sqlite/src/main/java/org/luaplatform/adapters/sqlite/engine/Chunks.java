package org.luaplatform.adapters.sqlite.engine;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads long results chunk by chunk, each from where the one before it ended. Nothing is held open in between: a
/// reader who takes hours, or never closes the stream, keeps neither a connection nor the log from being cleared.
public final class Chunks {

    private Chunks() {}

    /// @param beginning the position before all items
    /// @param position where an item stands
    /// @param next the items after a position, in order; none at the end
    public static <T, P> Stream<T> stream(P beginning, Function<T, P> position, Function<P, List<T>> next) {
        Iterator<T> items = new Iterator<>() {
            private P last = beginning;
            private Iterator<T> chunk = List.<T>of().iterator();
            private boolean ended;

            @Override
            public boolean hasNext() {
                if (!chunk.hasNext() && !ended) {
                    List<T> items = next.apply(last);
                    ended = items.isEmpty();
                    chunk = items.iterator();
                }
                return chunk.hasNext();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                T item = chunk.next();
                last = position.apply(item);
                return item;
            }
        };
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(items, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }
}
