package org.luaplatform.adapters.http.understand;

import org.luaplatform.adapters.documents.understand.FeedbackFile;
import org.luaplatform.adapters.http.edge.Exchange;
import org.luaplatform.adapters.http.edge.FileFormats;
import org.luaplatform.adapters.http.edge.JsonWriter;
import org.luaplatform.adapters.http.edge.Load;
import org.luaplatform.adapters.http.edge.Pages;
import org.luaplatform.adapters.http.edge.Query;
import org.luaplatform.adapters.http.edge.Reply;
import org.luaplatform.adapters.http.edge.Route;
import org.luaplatform.adapters.http.edge.RouteTable;
import org.luaplatform.adapters.http.edge.Routes;
import org.luaplatform.application.understand.ExportFeedback;
import org.luaplatform.application.understand.ListFailedAnalyses;
import org.luaplatform.application.understand.ReadBacklog;
import org.luaplatform.application.understand.ReadFeedback;
import org.luaplatform.application.understand.ReadInsight;
import org.luaplatform.application.understand.RetryAnalysis;
import org.luaplatform.application.understand.SearchFeedback;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.learn.FeedbackId;
import org.luaplatform.domain.learn.ImportFormat;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Scope;
import org.luaplatform.domain.understand.FeedbackFilter;

/// Feedback to be read, searched, taken away and analysed anew.
public final class FeedbackRoutes implements Routes {

    private static final String ORGANIZATION = "/api/v1/organizations/{org}";
    private static final String ONE = "/api/v1/feedback/{feedback}";

    private final UnderstandUseCases useCases;

    public FeedbackRoutes(UnderstandUseCases useCases) {
        this.useCases = useCases;
    }

    @Override
    public void declare(RouteTable.Builder routes) {
        routes.add(Route.get(ORGANIZATION + "/feedback", this::search)
                .taking(FilterParameters.SLICE)
                .taking(FilterParameters.PIECES)
                .paged());
        routes.add(Route.get(ORGANIZATION + "/exports/feedback", this::export)
                .taking(FilterParameters.SLICE)
                .taking(FilterParameters.PIECES)
                .taking("format")
                .producing("*/*")
                .as(Load.BULK));
        routes.add(
                Route.get(ORGANIZATION + "/analyses/failed", this::listFailed).paged());
        routes.add(Route.get("/api/v1/analyses/backlog", this::readBacklog));
        routes.add(Route.get(ONE, this::read));
        routes.add(Route.get(ONE + "/insight", this::readInsight));
        routes.add(Route.post(ONE + "/retry", this::retry));
    }

    private Reply search(Exchange exchange) {
        Query query = exchange.query();
        FeedbackFilter filter = FilterParameters.filter(query);
        PageRequest page = query.page();
        query.done();
        return Pages.reply(
                useCases.searchFeedback()
                        .handle(exchange.caller(), new SearchFeedback.Query(organization(exchange), filter, page)),
                FeedbackJson::write);
    }

    private Reply export(Exchange exchange) {
        Query query = exchange.query();
        FeedbackFilter filter = FilterParameters.filter(query);
        ImportFormat format = FileFormats.read(query);
        query.done();
        var caller = exchange.caller();
        var wanted = new ExportFeedback.Query(organization(exchange), filter);
        return Reply.stream(
                        200,
                        FileFormats.mediaType(format),
                        out -> FeedbackFile.write(
                                () -> useCases.exportFeedback().handle(caller, wanted), format, out))
                .with(FileFormats.attachment("feedback", format));
    }

    private Reply listFailed(Exchange exchange) {
        Query query = exchange.query();
        PageRequest page = query.page();
        query.done();
        return Pages.reply(
                useCases.listFailedAnalyses()
                        .handle(exchange.caller(), new ListFailedAnalyses.Query(organization(exchange), page)),
                FeedbackJson::write);
    }

    /// How the workers keep up is the same for all organizations, so any of them may know it.
    private Reply readBacklog(Exchange exchange) {
        OrganizationId _ = exchange.caller().actingWith(Scope.INSIGHTS_READ);
        ReadBacklog.Backlog backlog = useCases.readBacklog().handle();
        return Reply.json(
                200,
                new JsonWriter()
                        .startObject()
                        .field("pending", backlog.pending())
                        .field("failed", backlog.failed())
                        .field("ageSeconds", backlog.age().toSeconds())
                        .endObject());
    }

    private Reply read(Exchange exchange) {
        var json = new JsonWriter();
        FeedbackJson.write(
                json, useCases.readFeedback().handle(exchange.caller(), new ReadFeedback.Query(feedback(exchange))));
        return Reply.json(200, json);
    }

    private Reply readInsight(Exchange exchange) {
        var json = new JsonWriter();
        FeedbackId id = feedback(exchange);
        FeedbackJson.write(json, id, useCases.readInsight().handle(exchange.caller(), new ReadInsight.Query(id)));
        return Reply.json(200, json);
    }

    private Reply retry(Exchange exchange) {
        useCases.retryAnalysis().handle(exchange.caller(), new RetryAnalysis.Command(feedback(exchange)));
        return Reply.empty(202);
    }

    private static OrganizationId organization(Exchange exchange) {
        return new OrganizationId(exchange.variable("org"));
    }

    private static FeedbackId feedback(Exchange exchange) {
        return new FeedbackId(exchange.variable("feedback"));
    }
}
