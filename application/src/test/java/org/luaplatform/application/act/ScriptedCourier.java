package org.luaplatform.application.act;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.luaplatform.domain.act.Attempt;
import org.luaplatform.domain.act.Courier;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.DeliveryId;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.DestinationId;

/// Remembers what it took where, and reports what a test has told it to: success, unless told otherwise.
final class ScriptedCourier implements Courier {

    final List<DeliveryId> carried = new CopyOnWriteArrayList<>();
    private final Set<DeliveryId> indigestible = ConcurrentHashMap.newKeySet();
    private final Map<DestinationId, Outcome> outcomes = new ConcurrentHashMap<>();
    private final InstantSource clock;

    ScriptedCourier(InstantSource clock) {
        this.clock = clock;
    }

    void succeeds(DestinationId destination) {
        outcomes.remove(destination);
    }

    void fails(DestinationId destination) {
        outcomes.put(destination, outcome(500, Verdict.RETRY, Optional.empty()));
    }

    /// The destination takes everything but this.
    void fails(DeliveryId delivery) {
        indigestible.add(delivery);
    }

    void isBusy(DestinationId destination, Duration retryAfter) {
        outcomes.put(destination, outcome(503, Verdict.RETRY, Optional.of(retryAfter)));
    }

    void isGone(DestinationId destination) {
        outcomes.put(destination, outcome(410, Verdict.GONE, Optional.empty()));
    }

    @Override
    public Outcome deliver(Delivery delivery, Destination destination) {
        carried.add(delivery.id());
        if (indigestible.contains(delivery.id())) {
            return outcome(422, Verdict.RETRY, Optional.empty());
        }
        return outcomes.getOrDefault(destination.id(), outcome(200, Verdict.DELIVERED, Optional.empty()));
    }

    Outcome outcome(int status, Verdict verdict, Optional<Duration> retryAfter) {
        Optional<String> problem = verdict == Verdict.DELIVERED ? Optional.empty() : Optional.of("answered " + status);
        var attempt =
                new Attempt(clock.instant(), Duration.ofMillis(7), Optional.of(status), Optional.empty(), problem);
        return new Outcome(attempt, verdict, retryAfter);
    }
}
