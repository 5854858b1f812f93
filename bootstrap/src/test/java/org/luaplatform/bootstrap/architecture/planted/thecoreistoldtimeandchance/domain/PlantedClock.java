package org.luaplatform.bootstrap.architecture.planted.thecoreistoldtimeandchance.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/// One component for each way.
@NullMarked
public record PlantedClock(Instant now, InstantSource source, Clock clock, long millis, UUID id, Random random) {

    public PlantedClock() {
        this(
                Instant.now(),
                InstantSource.system(),
                Clock.systemUTC(),
                System.currentTimeMillis(),
                UUID.randomUUID(),
                new Random());
    }
}
