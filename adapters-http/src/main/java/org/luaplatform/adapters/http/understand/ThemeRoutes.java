package org.luaplatform.adapters.http.understand;

import org.luaplatform.adapters.http.edge.Exchange;
import org.luaplatform.adapters.http.edge.JsonWriter;
import org.luaplatform.adapters.http.edge.Pages;
import org.luaplatform.adapters.http.edge.Query;
import org.luaplatform.adapters.http.edge.Reply;
import org.luaplatform.adapters.http.edge.Route;
import org.luaplatform.adapters.http.edge.RouteTable;
import org.luaplatform.adapters.http.edge.Routes;
import org.luaplatform.adapters.http.edge.Words;
import org.luaplatform.application.understand.ListThemes;
import org.luaplatform.application.understand.ReadTheme;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.Slice;
import org.luaplatform.domain.understand.Theme;
import org.luaplatform.domain.understand.ThemeId;
import org.luaplatform.domain.understand.ThemeSummary;
import org.luaplatform.domain.understand.TimeFrame;

/// What people talk about.
public final class ThemeRoutes implements Routes {

    private final UnderstandUseCases useCases;

    public ThemeRoutes(UnderstandUseCases useCases) {
        this.useCases = useCases;
    }

    @Override
    public void declare(RouteTable.Builder routes) {
        routes.add(Route.get("/api/v1/organizations/{org}/themes", this::list).taking(FilterParameters.SLICE));
        routes.add(Route.get("/api/v1/themes/{theme}", this::read).taking(FilterParameters.SLICE));
    }

    private Reply list(Exchange exchange) {
        Query query = exchange.query();
        Slice slice = FilterParameters.slice(query);
        TimeFrame frame = FilterParameters.frame(query);
        query.done();
        var organization = new OrganizationId(exchange.variable("org"));
        return Pages.reply(
                useCases.listThemes().handle(exchange.caller(), new ListThemes.Query(organization, frame, slice)),
                ThemeRoutes::write);
    }

    private Reply read(Exchange exchange) {
        Query query = exchange.query();
        Slice slice = FilterParameters.slice(query);
        TimeFrame frame = FilterParameters.frame(query);
        query.done();
        var theme = new ThemeId(exchange.variable("theme"));
        var json = new JsonWriter();
        write(json, useCases.readTheme().handle(exchange.caller(), new ReadTheme.Query(theme, frame, slice)));
        return Reply.json(200, json);
    }

    private static void write(JsonWriter json, ThemeSummary summary) {
        Theme theme = summary.theme();
        json.startObject()
                .field("id", theme.id().value())
                .field("label", theme.label())
                .strings("terms", theme.terms().stream().sorted().toList())
                .field("size", summary.size())
                .field("share", FeedbackJson.rounded(summary.share()));
        StatisticJson.figure(json, "sentiment", summary.sentiments().meanScore());
        json.startObject("sentiments");
        StatisticJson.sentiments(json, summary.sentiments());
        json.endObject();
        StatisticJson.figure(json, "impact", summary.impact());
        ThemeSummary.Trend trend = summary.trend();
        json.field("trend", Words.of(trend.direction()));
        StatisticJson.figure(json, "growth", trend.growth(summary.size()));
        json.startObject("before")
                .field("size", trend.before())
                .field("share", FeedbackJson.rounded(trend.shareBefore()))
                .endObject()
                .startArray("quotes");
        for (Theme.Quote quote : theme.quotes()) {
            json.startObject().field("feedbackId", quote.feedback().value()).field("text", quote.text());
            FeedbackJson.sentiment(json, quote.sentiment());
            json.endObject();
        }
        json.endArray()
                .field("recommendation", summary.recommendation().text())
                .field("sureness", Words.of(summary.recommendation().sureness()))
                .field("createdAt", theme.createdAt())
                .endObject();
    }
}
