package org.luaplatform.adapters.http.act;

import io.opentelemetry.api.OpenTelemetry;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.luaplatform.adapters.http.edge.AddressRange;
import org.luaplatform.domain.act.Courier;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DeliveryId;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.Destination.Target.Webhook;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.Event;
import org.luaplatform.domain.act.SigningSecret;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.SealedSecret;
import org.luaplatform.domain.tenancy.SecretBox;

/// A courier that may talk to the loopback interface and loses its patience soon, and what it needs to do so.
final class CourierFixture {

    static final SigningSecret SECRET = SigningSecret.create(new Random(1));
    static final OrganizationId ORGANIZATION = new OrganizationId("org1");
    static final DestinationId DESTINATION = new DestinationId("destination1");
    static final List<AddressRange> LOOPBACK = List.of(AddressRange.parse("127.0.0.0/8"));

    private static final SecretBox BOX = new SecretBox(new byte[32], new Random(2));

    private HostResolver resolver = HostResolver.OF_THE_SYSTEM;
    private Supplier<SSLSocketFactory> encryption = () -> (SSLSocketFactory) SSLSocketFactory.getDefault();
    private List<AddressRange> allowed = LOOPBACK;
    private OpenTelemetry openTelemetry = OpenTelemetry.noop();
    private InstantSource clock = InstantSource.system();
    private Duration patience = Duration.ofSeconds(10);

    CourierFixture resolving(HostResolver names) {
        resolver = names;
        return this;
    }

    /// Every name stands for this machine.
    CourierFixture resolvingToLoopback() {
        return resolving(_ -> List.of(InetAddress.ofLiteral("127.0.0.1")));
    }

    CourierFixture trusting(SSLSocketFactory sockets) {
        encryption = () -> sockets;
        return this;
    }

    CourierFixture allowing(List<AddressRange> ranges) {
        allowed = ranges;
        return this;
    }

    CourierFixture observedBy(OpenTelemetry telemetry) {
        openTelemetry = telemetry;
        return this;
    }

    CourierFixture waiting(Duration atMost) {
        patience = atMost;
        return this;
    }

    CourierFixture at(InstantSource time) {
        clock = time;
        return this;
    }

    Courier courier() {
        return new WebhookCourier(
                BOX,
                "1.2.3",
                new AddressGuard(allowed),
                resolver,
                encryption,
                new WebhookCourier.Patience(patience, patience),
                openTelemetry,
                clock);
    }

    Courier.Outcome deliverTo(URI url) {
        return courier().deliver(delivery(), destination(url));
    }

    static Delivery delivery() {
        return delivery(new Event.Test(Instant.parse("2026-03-02T12:00:00Z")));
    }

    static Delivery delivery(Event event) {
        return Delivery.enqueued(
                new DeliveryId("delivery1"), ORGANIZATION, DESTINATION, Optional.empty(), event, event.at());
    }

    static Destination destination(URI url) {
        return destination(new Webhook(url, sealed(SECRET), Optional.empty()));
    }

    static Destination destination(Webhook webhook) {
        Instant created = Instant.parse("2026-03-01T12:00:00Z");
        return new Destination(
                DESTINATION, ORGANIZATION, "Test", webhook, Destination.Health.Active.since(created), created);
    }

    static SealedSecret sealed(SigningSecret secret) {
        return sealed(secret, DESTINATION.value());
    }

    static SealedSecret sealed(SigningSecret secret, String destination) {
        return BOX.seal(secret.reveal(), destination);
    }
}
