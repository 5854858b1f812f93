package org.luaplatform.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.luaplatform.domain.Cursor;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Violation;

/// Turns pages as clients do.
public final class Paging {

    private Paging() {}

    /// All items, page by page.
    public static <T> List<T> all(int limit, Function<PageRequest, Page<T>> list) {
        return all(limit, list, () -> {});
    }

    /// All items, page by page.
    ///
    /// @param betweenPages what happens in the list meanwhile
    public static <T> List<T> all(int limit, Function<PageRequest, Page<T>> list, Runnable betweenPages) {
        List<T> seen = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(limit));
        while (next.isPresent()) {
            PageRequest request = next.get();
            Page<T> page = list.apply(request);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            seen.addAll(page.items());
            next = page.next().map(request::after);
            betweenPages.run();
        }
        return seen;
    }

    /// Checks that the list refuses cursors which it never gave away, whatever they are.
    public static <T> void refusesForeignCursors(Function<PageRequest, Page<T>> list) {
        for (String foreign : List.of("", " ", "no cursor!", "\u0000", "😀", "-".repeat(20_000))) {
            PageRequest request = PageRequest.first(10).after(new Cursor(foreign));
            assertThatExceptionOfType(Invalid.class)
                    .isThrownBy(() -> list.apply(request))
                    .satisfies(invalid -> assertThat(invalid.violations())
                            .extracting(Violation::pointer)
                            .containsExactly(Pointer.to("cursor")));
        }
    }
}
