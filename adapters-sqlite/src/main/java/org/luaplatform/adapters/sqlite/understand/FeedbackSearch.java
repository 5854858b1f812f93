package org.luaplatform.adapters.sqlite.understand;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.luaplatform.adapters.documents.EnumText;
import org.luaplatform.adapters.sqlite.engine.Call;
import org.luaplatform.adapters.sqlite.engine.Place;
import org.luaplatform.adapters.sqlite.engine.Session;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Satisfaction;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.FeedbackFilter;
import org.luaplatform.domain.understand.ThemeId;

/// The statement that finds what a filter wants, latest first.
///
/// It walks along one index that is in that order already: that of a theme, of a form, or of the whole
/// organization. What else is wanted is in the index too, so that a row is read only if it is shown.
final class FeedbackSearch {

    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final String source;

    /// The table that the list's order is taken from.
    private final String order;

    private FeedbackSearch(String source, String order) {
        this.source = source;
        this.order = order;
    }

    /// @param filter its words are somebody else's business
    /// @param after where the last part of the list ended
    static FeedbackSearch along(OrganizationId organization, FeedbackFilter filter, Place after) {
        FeedbackSearch search;
        if (filter.theme().isPresent()) {
            // CROSS JOIN has SQLite begin with the theme.
            search = new FeedbackSearch("feedback_themes t CROSS JOIN feedback f ON f.seq = t.feedback", "t");
        } else if (filter.form().isPresent()) {
            search = new FeedbackSearch("feedback f INDEXED BY feedback_by_form", "f");
        } else {
            search = new FeedbackSearch("feedback f INDEXED BY feedback_by_time", "f");
        }
        search.restrict(organization, filter, after);
        return search;
    }

    /// Reads the pieces by their numbers, and sorts what is left of them.
    ///
    /// @param pieces the only ones that may be found
    static FeedbackSearch among(List<Long> pieces, OrganizationId organization, FeedbackFilter filter, Place after) {
        var search = new FeedbackSearch(
                filter.theme().isPresent()
                        ? "feedback f NOT INDEXED CROSS JOIN feedback_themes t ON t.occurred_at = f.occurred_at AND t.id = f.id"
                        : "feedback f NOT INDEXED",
                "f");
        search.and("f.seq IN (SELECT value FROM json_each(?))", json(pieces));
        search.restrict(organization, filter, after);
        return search;
    }

    private static String json(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    private void restrict(OrganizationId organization, FeedbackFilter filter, Place after) {
        and(order + ".organization = ?", organization.value());
        filter.theme().map(ThemeId::value).ifPresent(theme -> {
            if (!order.equals("t")) {
                and("t.organization = ?", organization.value());
            }
            and("t.theme = ?", theme);
        });
        filter.form().map(FormId::value).ifPresent(form -> and("f.form = ?", form));
        Place end = end(after, filter.to());
        and("(" + order + ".occurred_at, " + order + ".id) < (?, ?)", end.millis(), end.id());
        filter.from().ifPresent(from -> and(order + ".occurred_at >= ?", from));
        filter.sentiment().map(EnumText::of).ifPresent(label -> and("f.sentiment = ?", label));
        filter.language()
                .map(Language::primary)
                .map(Language::tag)
                .ifPresent(language -> and("f.language = ?", language));
        filter.channel().map(Channel::name).ifPresent(channel -> and("f.channel = ?", channel));
        filter.atLeast().map(Satisfaction::percent).ifPresent(percent -> and("f.satisfaction >= ?", percent));
        filter.atMost().map(Satisfaction::percent).ifPresent(percent -> and("f.satisfaction <= ?", percent));
    }

    /// Whichever comes first in the list's order ends it on the near side.
    private static Place end(Place after, Optional<Instant> to) {
        return to.map(Instant::toEpochMilli)
                .filter(millis -> millis <= after.millis())
                .map(millis -> new Place(millis, ""))
                .orElse(after);
    }

    private void and(String condition, Object... conditionValues) {
        conditions.append(conditions.isEmpty() ? " WHERE " : " AND ").append(condition);
        values.addAll(List.of(conditionValues));
    }

    /// The first pieces after the place, at most `max`.
    List<Place.Placed<FeedbackEntry>> first(Session session, int max) throws SQLException {
        Call call = session.sql(text());
        for (Object value : values) {
            call.withAny(value);
        }
        return call.with(max).all(Place.reading(row -> FeedbackRows.read(row, 3).entry()));
    }

    String text() {
        return "SELECT " + order + ".occurred_at, " + order + ".id, " + FeedbackRows.COLUMNS + " FROM " + source
                + conditions + " ORDER BY " + order + ".occurred_at DESC, " + order + ".id DESC LIMIT ?";
    }
}
