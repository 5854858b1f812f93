package org.luaplatform.adapters.http.act;

import io.helidon.http.HeaderNames;
import java.util.Optional;
import org.luaplatform.adapters.http.edge.Body;
import org.luaplatform.adapters.http.edge.Exchange;
import org.luaplatform.adapters.http.edge.HttpRefusal;
import org.luaplatform.adapters.http.edge.JsonWriter;
import org.luaplatform.adapters.http.edge.Pages;
import org.luaplatform.adapters.http.edge.Query;
import org.luaplatform.adapters.http.edge.Repetitions;
import org.luaplatform.adapters.http.edge.Reply;
import org.luaplatform.adapters.http.edge.Route;
import org.luaplatform.adapters.http.edge.RouteTable;
import org.luaplatform.adapters.http.edge.Routes;
import org.luaplatform.application.act.CreateDestination;
import org.luaplatform.application.act.EditDestination;
import org.luaplatform.application.act.EnableDestination;
import org.luaplatform.application.act.ListDestinations;
import org.luaplatform.application.act.NewDestination;
import org.luaplatform.application.act.ReadDelivery;
import org.luaplatform.application.act.ReadDestination;
import org.luaplatform.application.act.RemoveDestination;
import org.luaplatform.application.act.ReplayDeliveries;
import org.luaplatform.application.act.RotateSecret;
import org.luaplatform.application.act.TestDestination;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DeliveryId;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Where news is delivered to.
public final class DestinationRoutes implements Routes {

    private static final String WEBHOOK = "webhook";

    private final ActUseCases useCases;
    private final Repetitions repetitions;

    public DestinationRoutes(ActUseCases useCases, Repetitions repetitions) {
        this.useCases = useCases;
        this.repetitions = repetitions;
    }

    @Override
    public void declare(RouteTable.Builder routes) {
        routes.add(Route.post("/api/v1/organizations/{org}/destinations", this::create));
        routes.add(Route.get("/api/v1/organizations/{org}/destinations", this::list)
                .paged());
        routes.add(Route.get("/api/v1/destinations/{destination}", this::read));
        routes.add(Route.put("/api/v1/destinations/{destination}", this::edit));
        routes.add(Route.delete("/api/v1/destinations/{destination}", this::remove));
        routes.add(Route.post("/api/v1/destinations/{destination}/secret", this::rotate));
        routes.add(Route.post("/api/v1/destinations/{destination}/enable", this::enable));
        routes.add(Route.post("/api/v1/destinations/{destination}/test", this::test));
        routes.add(Route.post("/api/v1/destinations/{destination}/replay", this::replay));
    }

    private record Wanted(String name, String url, Optional<String> secret) {}

    private Reply create(Exchange exchange) {
        OrganizationId organization = new OrganizationId(exchange.variable("org"));
        byte[] json = exchange.jsonBytes();
        Body body = Exchange.parse(json);
        body.oneOf("type", text -> Optional.of(text).filter(WEBHOOK::equals), "must be webhook");
        Wanted wanted = read(body, body.text("secret"));
        return repetitions.once(
                exchange,
                json,
                id -> shown(
                                201,
                                useCases.createDestination()
                                        .handle(
                                                exchange.caller(),
                                                new CreateDestination.Command(
                                                        organization,
                                                        wanted.name(),
                                                        wanted.url(),
                                                        wanted.secret(),
                                                        Optional.of(new DestinationId(id)))))
                        .with(HeaderNames.LOCATION, "/api/v1/destinations/" + id),
                // The first request's secret was shown to nobody and cannot be shown any more.
                id -> {
                    throw new HttpRefusal(
                            409,
                            "request-lost",
                            "The destination " + id + " was made. Have another secret made for it to learn one.");
                });
    }

    private static Wanted read(Body body, Optional<String> secret) {
        String name = body.requiredText("name");
        String url = body.requiredText("url");
        return body.finish(() -> new Wanted(name, url, secret));
    }

    private Reply list(Exchange exchange) {
        OrganizationId organization = new OrganizationId(exchange.variable("org"));
        Query query = exchange.query();
        PageRequest page = query.page();
        query.done();
        return Pages.reply(
                useCases.listDestinations().handle(exchange.caller(), new ListDestinations.Query(organization, page)),
                (json, destination) -> {
                    json.startObject();
                    fields(json, destination.value());
                    json.endObject();
                });
    }

    private Reply read(Exchange exchange) {
        return reply(
                200,
                useCases.readDestination().handle(exchange.caller(), new ReadDestination.Query(destination(exchange))));
    }

    private Reply edit(Exchange exchange) {
        var expected = exchange.ifMatch();
        Body body = exchange.body();
        body.oneOf("type", text -> Optional.of(text).filter(WEBHOOK::equals), "must be webhook");
        Wanted wanted = read(body, Optional.empty());
        return reply(
                200,
                useCases.editDestination()
                        .handle(
                                exchange.caller(),
                                new EditDestination.Command(
                                        destination(exchange), wanted.name(), wanted.url(), expected)));
    }

    private Reply remove(Exchange exchange) {
        useCases.removeDestination()
                .handle(exchange.caller(), new RemoveDestination.Command(destination(exchange), exchange.ifMatch()));
        return Reply.empty(204);
    }

    private Reply rotate(Exchange exchange) {
        Optional<String> secret = Optional.empty();
        if (exchange.hasBody()) {
            Body body = exchange.body();
            Optional<String> given = body.text("secret");
            secret = body.finish(() -> given);
        }
        return shown(
                200,
                useCases.rotateSecret()
                        .handle(
                                exchange.caller(),
                                new RotateSecret.Command(destination(exchange), secret, exchange.ifMatchIfAny())));
    }

    private Reply enable(Exchange exchange) {
        return reply(
                200,
                useCases.enableDestination()
                        .handle(
                                exchange.caller(),
                                new EnableDestination.Command(destination(exchange), exchange.ifMatchIfAny())));
    }

    private Reply test(Exchange exchange) {
        return repetitions.once(
                exchange,
                new byte[0],
                id -> sent(useCases.testDestination()
                        .handle(
                                exchange.caller(),
                                new TestDestination.Command(destination(exchange), Optional.of(new DeliveryId(id))))),
                id -> sent(
                        useCases.readDelivery().handle(exchange.caller(), new ReadDelivery.Query(new DeliveryId(id)))));
    }

    private static Reply sent(Delivery delivery) {
        var json = new JsonWriter();
        DeliveryJson.write(json, delivery);
        return Reply.json(202, json).with(HeaderNames.LOCATION, "/api/v1/deliveries/" + delivery.id());
    }

    private Reply replay(Exchange exchange) {
        ReplayDeliveries.Replayed replayed = useCases.replayDeliveries()
                .handle(exchange.caller(), new ReplayDeliveries.Command(destination(exchange)));
        return Reply.json(
                202,
                new JsonWriter()
                        .startObject()
                        .field("replayed", replayed.replayed())
                        .field("more", replayed.more())
                        .endObject());
    }

    private static DestinationId destination(Exchange exchange) {
        return new DestinationId(exchange.variable("destination"));
    }

    private static Reply reply(int status, Versioned<Destination> destination) {
        var json = new JsonWriter().startObject();
        fields(json, destination.value());
        return Reply.json(status, json.endObject()).with(destination.revision());
    }

    /// The one answer that has the secret in it.
    private static Reply shown(int status, NewDestination made) {
        var json = new JsonWriter().startObject();
        fields(json, made.destination().value());
        json.field("secret", made.secret().reveal());
        return Reply.json(status, json.endObject()).with(made.destination().revision());
    }

    private static void fields(JsonWriter json, Destination destination) {
        json.field("id", destination.id().value());
        switch (destination.target()) {
            case Destination.Target.Webhook webhook -> {
                json.field("type", WEBHOOK).field("url", webhook.url().toString());
                webhook.retired().ifPresent(retired -> json.field("oldSecretUntil", retired.until()));
            }
        }
        json.field("name", destination.name());
        switch (destination.health()) {
            case Destination.Health.Active active -> {
                json.field("state", "active").field("failures", active.failures());
                if (active.failures() > 0) {
                    json.field("failingSince", active.failingSince());
                }
            }
            case Destination.Health.Disabled disabled ->
                json.field("state", "disabled")
                        .field("reason", disabled.reason())
                        .field("disabledAt", disabled.at());
        }
        json.field("createdAt", destination.createdAt());
    }
}
