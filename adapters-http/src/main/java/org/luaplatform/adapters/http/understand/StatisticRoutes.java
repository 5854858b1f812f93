package org.luaplatform.adapters.http.understand;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.luaplatform.adapters.http.edge.Exchange;
import org.luaplatform.adapters.http.edge.JsonWriter;
import org.luaplatform.adapters.http.edge.Query;
import org.luaplatform.adapters.http.edge.Reply;
import org.luaplatform.adapters.http.edge.Route;
import org.luaplatform.adapters.http.edge.RouteTable;
import org.luaplatform.adapters.http.edge.Routes;
import org.luaplatform.adapters.http.edge.Words;
import org.luaplatform.application.understand.ReadStatistics;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.Interval;
import org.luaplatform.domain.understand.Series;
import org.luaplatform.domain.understand.Slice;
import org.luaplatform.domain.understand.Statistic;
import org.luaplatform.domain.understand.TimeFrame;

/// Figures over time, one place for each kind.
public final class StatisticRoutes implements Routes {

    private static final int BYTES_OF_POINT = 128;

    private final ReadStatistics readStatistics;

    public StatisticRoutes(UnderstandUseCases useCases) {
        this.readStatistics = useCases.readStatistics();
    }

    @Override
    public void declare(RouteTable.Builder routes) {
        for (Statistic.Kind kind : Statistic.Kind.values()) {
            Route route = Route.get(
                            "/api/v1/organizations/{org}/statistics/" + Words.of(kind),
                            exchange -> read(exchange, kind))
                    .taking(FilterParameters.SLICE)
                    .taking("interval", "timeZone");
            routes.add(isTop(kind) ? route.taking("top") : route);
        }
    }

    private static boolean isTop(Statistic.Kind kind) {
        return switch (kind) {
            case KEYWORDS, THEMES -> true;
            case VOLUME, RATINGS, NPS, CSAT, CES, SENTIMENT -> false;
        };
    }

    private Reply read(Exchange exchange, Statistic.Kind kind) {
        var organization = new OrganizationId(exchange.variable("org"));
        Query query = exchange.query();
        Slice slice = FilterParameters.slice(query);
        TimeFrame frame = FilterParameters.frame(query);
        Interval interval = query.value(
                        "interval", text -> Words.find(Interval.class, text), "must be hour, day, week or month")
                .orElse(Interval.DAY);
        ZoneId zone = query.value("timeZone", StatisticRoutes::zone, "must be a time zone such as Europe/Berlin")
                .orElse(ZoneOffset.UTC);
        int top = query.whole("top", 1, ReadStatistics.MOST_TOPICS).orElse(ReadStatistics.Query.DEFAULT_TOP);
        query.done();
        Series series = readStatistics.handle(
                exchange.caller(), new ReadStatistics.Query(organization, kind, frame, interval, zone, slice, top));
        return Reply.json(200, render(kind, interval, zone, series));
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static JsonWriter render(Statistic.Kind kind, Interval interval, ZoneId zone, Series series) {
        var json = new JsonWriter(BYTES_OF_POINT * (series.points().size() + 2))
                .startObject()
                .field("kind", Words.of(kind))
                .field("interval", Words.of(interval))
                .field("timeZone", zone.getId())
                .startArray("buckets");
        for (Series.Point point : series.points()) {
            json.startObject().field("start", point.start());
            StatisticJson.fields(json, point.statistic());
            json.endObject();
        }
        json.endArray().startObject("total");
        StatisticJson.fields(json, series.total());
        return json.endObject().endObject();
    }
}
