package org.luaplatform.adapters.http.act;

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
import org.luaplatform.application.act.CreateRule;
import org.luaplatform.application.act.EditRule;
import org.luaplatform.application.act.ListRules;
import org.luaplatform.application.act.ReadRule;
import org.luaplatform.application.act.RemoveRule;
import org.luaplatform.application.act.RuleContent;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.Rule;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.tenancy.OrganizationId;

/// When to tell whom.
public final class RuleRoutes implements Routes {

    private final ActUseCases useCases;
    private final Repetitions repetitions;

    public RuleRoutes(ActUseCases useCases, Repetitions repetitions) {
        this.useCases = useCases;
        this.repetitions = repetitions;
    }

    @Override
    public void declare(RouteTable.Builder routes) {
        routes.add(Route.post("/api/v1/organizations/{org}/rules", this::create));
        routes.add(Route.get("/api/v1/organizations/{org}/rules", this::list).paged());
        routes.add(Route.get("/api/v1/rules/{rule}", this::read));
        routes.add(Route.put("/api/v1/rules/{rule}", this::edit));
        routes.add(Route.delete("/api/v1/rules/{rule}", this::remove));
    }

    private Reply create(Exchange exchange) {
        OrganizationId organization = new OrganizationId(exchange.variable("org"));
        byte[] json = exchange.jsonBytes();
        RuleContent content = RuleBody.read(Exchange.parse(json));
        return repetitions.once(
                exchange,
                json,
                id -> created(useCases.createRule()
                        .handle(
                                exchange.caller(),
                                new CreateRule.Command(organization, content, Optional.of(new RuleId(id))))),
                id -> created(useCases.readRule().handle(exchange.caller(), new ReadRule.Query(new RuleId(id)))));
    }

    private static Reply created(Versioned<Rule> rule) {
        return reply(201, rule)
                .with(HeaderNames.LOCATION, "/api/v1/rules/" + rule.value().id());
    }

    private Reply list(Exchange exchange) {
        OrganizationId organization = new OrganizationId(exchange.variable("org"));
        Query query = exchange.query();
        PageRequest page = query.page();
        query.done();
        return Pages.reply(
                useCases.listRules().handle(exchange.caller(), new ListRules.Query(organization, page)),
                (json, rule) -> RuleJson.write(json, rule.value()));
    }

    private Reply read(Exchange exchange) {
        return reply(200, useCases.readRule().handle(exchange.caller(), new ReadRule.Query(rule(exchange))));
    }

    private Reply edit(Exchange exchange) {
        var expected = exchange.ifMatch();
        RuleContent content = RuleBody.read(exchange.body());
        return reply(
                200,
                useCases.editRule().handle(exchange.caller(), new EditRule.Command(rule(exchange), content, expected)));
    }

    private Reply remove(Exchange exchange) {
        useCases.removeRule().handle(exchange.caller(), new RemoveRule.Command(rule(exchange), exchange.ifMatch()));
        return Reply.empty(204);
    }

    private static RuleId rule(Exchange exchange) {
        return new RuleId(exchange.variable("rule"));
    }

    private static Reply reply(int status, Versioned<Rule> rule) {
        var json = new JsonWriter();
        RuleJson.write(json, rule.value());
        return Reply.json(status, json).with(rule.revision());
    }
}
