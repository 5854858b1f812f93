package org.luaplatform.adapters.http.learn;

import io.helidon.http.HeaderNames;
import java.util.Optional;
import org.luaplatform.adapters.http.edge.Exchange;
import org.luaplatform.adapters.http.edge.JsonWriter;
import org.luaplatform.adapters.http.edge.Pages;
import org.luaplatform.adapters.http.edge.Query;
import org.luaplatform.adapters.http.edge.Repetitions;
import org.luaplatform.adapters.http.edge.Reply;
import org.luaplatform.adapters.http.edge.Route;
import org.luaplatform.adapters.http.edge.RouteTable;
import org.luaplatform.adapters.http.edge.Routes;
import org.luaplatform.application.learn.CloseForm;
import org.luaplatform.application.learn.CreateForm;
import org.luaplatform.application.learn.EditForm;
import org.luaplatform.application.learn.ListForms;
import org.luaplatform.application.learn.PublishForm;
import org.luaplatform.application.learn.ReadForm;
import org.luaplatform.application.learn.ReadFormVersion;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormNotFound;
import org.luaplatform.domain.learn.FormVersion;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Forms as their owners handle them.
public final class FormRoutes implements Routes {

    private static final int LONGEST_NUMBER = 9;

    private final LearnUseCases useCases;
    private final Repetitions repetitions;

    public FormRoutes(LearnUseCases useCases, Repetitions repetitions) {
        this.useCases = useCases;
        this.repetitions = repetitions;
    }

    @Override
    public void declare(RouteTable.Builder routes) {
        routes.add(Route.post("/api/v1/organizations/{org}/forms", this::create));
        routes.add(Route.get("/api/v1/organizations/{org}/forms", this::list).paged());
        routes.add(Route.get("/api/v1/forms/{form}", this::read));
        routes.add(Route.put("/api/v1/forms/{form}", this::edit));
        routes.add(Route.post("/api/v1/forms/{form}/publish", this::publish));
        routes.add(Route.post("/api/v1/forms/{form}/close", this::close));
        routes.add(Route.get("/api/v1/forms/{form}/versions/{number}", this::readVersion));
    }

    private Reply create(Exchange exchange) {
        OrganizationId organization = new OrganizationId(exchange.variable("org"));
        byte[] json = exchange.jsonBytes();
        FormBody body = FormBody.read(Exchange.parse(json));
        return repetitions.once(
                exchange,
                json,
                id -> created(useCases.createForm()
                        .handle(
                                exchange.caller(),
                                new CreateForm.Command(
                                        organization, body.content(), body.settings(), Optional.of(new FormId(id))))),
                id -> created(useCases.readForm().handle(exchange.caller(), new ReadForm.Query(new FormId(id)))));
    }

    private static Reply created(Versioned<Form> form) {
        return reply(201, form)
                .with(HeaderNames.LOCATION, "/api/v1/forms/" + form.value().id());
    }

    private Reply list(Exchange exchange) {
        OrganizationId organization = new OrganizationId(exchange.variable("org"));
        Query query = exchange.query();
        PageRequest page = query.page();
        query.done();
        return Pages.reply(
                useCases.listForms().handle(exchange.caller(), new ListForms.Query(organization, page)),
                FormJson::write);
    }

    private Reply read(Exchange exchange) {
        return reply(200, useCases.readForm().handle(exchange.caller(), new ReadForm.Query(form(exchange))));
    }

    private Reply edit(Exchange exchange) {
        var expected = exchange.ifMatch();
        FormBody body = FormBody.read(exchange.body());
        return reply(
                200,
                useCases.editForm()
                        .handle(
                                exchange.caller(),
                                new EditForm.Command(form(exchange), body.content(), body.settings(), expected)));
    }

    private Reply publish(Exchange exchange) {
        return reply(
                200,
                useCases.publishForm()
                        .handle(exchange.caller(), new PublishForm.Command(form(exchange), exchange.ifMatchIfAny())));
    }

    private Reply close(Exchange exchange) {
        return reply(
                200,
                useCases.closeForm()
                        .handle(exchange.caller(), new CloseForm.Command(form(exchange), exchange.ifMatchIfAny())));
    }

    private Reply readVersion(Exchange exchange) {
        FormVersion version = useCases.readFormVersion()
                .handle(
                        exchange.caller(),
                        new ReadFormVersion.Query(form(exchange), number(exchange.variable("number"))));
        var json = new JsonWriter(1024);
        FormJson.write(json, version);
        return Reply.json(200, json);
    }

    private static int number(String text) {
        boolean isNumber = !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isNumber) {
            throw new FormNotFound();
        }
        return Integer.parseInt(text);
    }

    private static FormId form(Exchange exchange) {
        return new FormId(exchange.variable("form"));
    }

    private static Reply reply(int status, Versioned<Form> form) {
        var json = new JsonWriter(1024);
        FormJson.write(json, form);
        return Reply.json(status, json).with(form.revision());
    }
}
