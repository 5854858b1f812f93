package org.luaplatform.adapters.http.act;

import java.util.Optional;
import org.luaplatform.adapters.http.edge.Exchange;
import org.luaplatform.adapters.http.edge.JsonWriter;
import org.luaplatform.adapters.http.edge.Pages;
import org.luaplatform.adapters.http.edge.Query;
import org.luaplatform.adapters.http.edge.Reply;
import org.luaplatform.adapters.http.edge.Route;
import org.luaplatform.adapters.http.edge.RouteTable;
import org.luaplatform.adapters.http.edge.Routes;
import org.luaplatform.adapters.http.edge.Words;
import org.luaplatform.application.act.ListDeliveries;
import org.luaplatform.application.act.ReadDelivery;
import org.luaplatform.application.act.ReplayDelivery;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.act.Deliveries;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DeliveryId;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.tenancy.OrganizationId;

/// The ledger of what was delivered, is on its way, or was given up.
public final class DeliveryRoutes implements Routes {

    private final ActUseCases useCases;

    public DeliveryRoutes(ActUseCases useCases) {
        this.useCases = useCases;
    }

    @Override
    public void declare(RouteTable.Builder routes) {
        routes.add(Route.get("/api/v1/organizations/{org}/deliveries", this::list)
                .taking("state", "destination")
                .paged());
        routes.add(Route.get("/api/v1/deliveries/{delivery}", this::read));
        routes.add(Route.post("/api/v1/deliveries/{delivery}/replay", this::replay));
    }

    private Reply list(Exchange exchange) {
        var organization = new OrganizationId(exchange.variable("org"));
        Query query = exchange.query();
        Optional<Deliveries.StateName> state = query.value(
                "state", text -> Words.find(Deliveries.StateName.class, text), Words.rule(Deliveries.StateName.class));
        Optional<DestinationId> destination = query.id("destination", DestinationId::new);
        PageRequest page = query.page();
        query.done();
        return Pages.reply(
                useCases.listDeliveries()
                        .handle(exchange.caller(), new ListDeliveries.Query(organization, state, destination, page)),
                DeliveryJson::write);
    }

    private Reply read(Exchange exchange) {
        return reply(200, useCases.readDelivery().handle(exchange.caller(), new ReadDelivery.Query(id(exchange))));
    }

    private Reply replay(Exchange exchange) {
        return reply(
                202, useCases.replayDelivery().handle(exchange.caller(), new ReplayDelivery.Command(id(exchange))));
    }

    private static DeliveryId id(Exchange exchange) {
        return new DeliveryId(exchange.variable("delivery"));
    }

    private static Reply reply(int status, Delivery delivery) {
        var json = new JsonWriter();
        DeliveryJson.write(json, delivery);
        return Reply.json(status, json);
    }
}
