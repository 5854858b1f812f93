package org.luaplatform.adapters.http.learn;

import io.helidon.http.HeaderNames;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.luaplatform.adapters.http.edge.Exchange;
import org.luaplatform.adapters.http.edge.FileFormats;
import org.luaplatform.adapters.http.edge.HttpRefusal;
import org.luaplatform.adapters.http.edge.JsonWriter;
import org.luaplatform.adapters.http.edge.Load;
import org.luaplatform.adapters.http.edge.Pages;
import org.luaplatform.adapters.http.edge.Query;
import org.luaplatform.adapters.http.edge.Repetitions;
import org.luaplatform.adapters.http.edge.Reply;
import org.luaplatform.adapters.http.edge.Route;
import org.luaplatform.adapters.http.edge.RouteTable;
import org.luaplatform.adapters.http.edge.Routes;
import org.luaplatform.adapters.http.edge.Words;
import org.luaplatform.application.learn.ListImports;
import org.luaplatform.application.learn.ReadImport;
import org.luaplatform.application.learn.ReadRejectedRows;
import org.luaplatform.application.learn.StartImport;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.Import;
import org.luaplatform.domain.learn.ImportFormat;
import org.luaplatform.domain.learn.ImportId;
import org.luaplatform.domain.learn.ImportMapping;
import org.luaplatform.domain.learn.RejectedRow;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Files of feedback. The file is the body as it is, of any length:
/// `curl --data-binary @answers.csv '…/imports?form=ID&format=csv&map.Comment=text'`.
public final class ImportRoutes implements Routes {

    private static final String IMPORTS = "/api/v1/organizations/{org}/imports";
    private static final byte[] NOT_COMPARED = {};

    private final LearnUseCases useCases;
    private final Repetitions repetitions;

    public ImportRoutes(LearnUseCases useCases, Repetitions repetitions) {
        this.useCases = useCases;
        this.repetitions = repetitions;
    }

    @Override
    public void declare(RouteTable.Builder routes) {
        routes.add(Route.post(IMPORTS, this::start)
                .taking("form", "format", "dryRun", MappingParameters.PREFIX + "*")
                .as(Load.BULK));
        routes.add(Route.get(IMPORTS, this::list).paged());
        routes.add(Route.get(IMPORTS + "/{import}", this::read));
        routes.add(Route.get(IMPORTS + "/{import}/errors", this::readErrors)
                .taking("format")
                .producing("*/*")
                .as(Load.BULK));
    }

    private Reply start(Exchange exchange) {
        OrganizationId organization = organization(exchange);
        Query query = exchange.query();
        Optional<FormId> form = query.id("form", FormId::new);
        if (query.text("form").isEmpty()) {
            query.fault("form", "is missing");
        }
        ImportFormat format = FileFormats.read(query, exchange);
        ImportMapping mapping = MappingParameters.read(query);
        boolean dryRun = query.flag("dryRun");
        query.done();
        if (!exchange.hasBody()) {
            throw new HttpRefusal(400, "body-missing", "Send the file as the body.");
        }
        // A file that comes twice doubles nothing, so that its content need not tell one request from another.
        return repetitions.once(
                exchange,
                NOT_COMPARED,
                id -> started(
                        exchange,
                        useCases.startImport()
                                .handle(
                                        exchange.caller(),
                                        new StartImport.Command(
                                                organization,
                                                form.orElseThrow(),
                                                format,
                                                mapping,
                                                dryRun,
                                                exchange.upload(),
                                                Optional.of(new ImportId(id))))),
                id -> started(
                        exchange,
                        useCases.readImport()
                                .handle(exchange.caller(), new ReadImport.Query(organization, new ImportId(id)))));
    }

    private static Reply started(Exchange exchange, Import started) {
        var json = new JsonWriter();
        write(json, started);
        return Reply.json(202, json).with(HeaderNames.LOCATION, exchange.path() + "/" + started.id());
    }

    private Reply list(Exchange exchange) {
        Query query = exchange.query();
        PageRequest page = query.page();
        query.done();
        return Pages.reply(
                useCases.listImports().handle(exchange.caller(), new ListImports.Query(organization(exchange), page)),
                ImportRoutes::write);
    }

    private Reply read(Exchange exchange) {
        var json = new JsonWriter();
        write(
                json,
                useCases.readImport()
                        .handle(exchange.caller(), new ReadImport.Query(organization(exchange), id(exchange))));
        return Reply.json(200, json);
    }

    private Reply readErrors(Exchange exchange) {
        Query query = exchange.query();
        ImportFormat format = FileFormats.read(query);
        query.done();
        var rejected = new ReadRejectedRows.Query(organization(exchange), id(exchange));
        var caller = exchange.caller();
        return Reply.stream(200, FileFormats.mediaType(format), out -> {
                    try (Stream<RejectedRow> rows = useCases.readRejectedRows().handle(caller, rejected)) {
                        RejectedRowFile.write(rows, format, out);
                    }
                })
                .with(FileFormats.attachment("errors-" + rejected.id(), format));
    }

    private static OrganizationId organization(Exchange exchange) {
        return new OrganizationId(exchange.variable("org"));
    }

    private static ImportId id(Exchange exchange) {
        return new ImportId(exchange.variable("import"));
    }

    private static void write(JsonWriter json, Import read) {
        Import.Progress progress = read.progress();
        json.startObject()
                .field("id", read.id().value())
                .field("formId", read.form().value())
                .field("format", Words.of(read.format()))
                .field("dryRun", read.dryRun())
                .field("state", Words.of(read.state()))
                .field("createdAt", read.createdAt())
                .field("read", progress.read())
                .field("accepted", progress.accepted())
                .field("duplicates", progress.duplicates())
                .field("rejected", progress.rejected())
                .field("problem", progress.problem());
        if (progress.rejected() > 0) {
            json.field(
                    "errorsUrl", IMPORTS.replace("{org}", read.organization().value()) + "/" + read.id() + "/errors");
        }
        if (read.dryRun()) {
            json.startArray("samples");
            progress.samples().forEach(sample -> sample(json, sample));
            json.endArray();
        }
        json.endObject();
    }

    private static void sample(JsonWriter json, Import.Sample sample) {
        json.startObject().field("line", sample.line()).startObject("values");
        sample.values().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(value -> json.field(value.getKey(), value.getValue()));
        json.endObject().endObject();
    }
}
