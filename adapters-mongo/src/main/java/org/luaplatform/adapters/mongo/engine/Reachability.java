package org.luaplatform.adapters.mongo.engine;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ServerDescription;
import com.mongodb.event.ClusterDescriptionChangedEvent;
import com.mongodb.event.ClusterListener;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luaplatform.domain.Unavailable;

/// Whether a server that takes writes is known at present.
///
/// While none is, the driver has each call wait for one to come back. That is right for an election, which is over
/// in a moment, and wrong for an outage under load: callers would pile up, each for nothing. So after a grace
/// everybody is told at once, until the driver, which goes on looking by itself, has found a server again.
final class Reachability implements ClusterListener {

    private static final Duration GRACE = Duration.ofSeconds(2);

    private volatile State state;

    /// @param assumed the address of the server until a writable one is known
    Reachability(ServerAddress assumed) {
        this.state = new State(assumed, Optional.empty(), List.of());
    }

    /// The driver tells one change after the other.
    @Override
    public void clusterDescriptionChanged(ClusterDescriptionChangedEvent event) {
        List<ServerDescription> servers = event.getNewDescription().getServerDescriptions();
        Optional<ServerAddress> writable = servers.stream()
                .filter(ServerDescription::isPrimary)
                .map(ServerDescription::getAddress)
                .findFirst();
        List<Throwable> problems =
                servers.stream().flatMap(server -> problem(server).stream()).toList();
        State before = state;
        Optional<Long> awaySince =
                writable.isPresent() ? Optional.empty() : before.awaySince().or(() -> Optional.of(System.nanoTime()));
        state = new State(writable.orElse(before.address()), awaySince, problems);
    }

    private static Optional<Throwable> problem(ServerDescription server) {
        @Nullable Throwable exception = server.getException();
        return Optional.ofNullable(exception);
    }

    /// The server that takes writes, or did when last seen.
    ServerAddress address() {
        return state.address();
    }

    /// Why servers could not be reached when that was last tried.
    List<Throwable> problems() {
        return state.problems();
    }

    /// To be asked before each call.
    ///
    /// @throws Unavailable if there has been no server to call for a while
    void check() {
        boolean isAway = state.awaySince()
                .filter(since -> System.nanoTime() - since > GRACE.toNanos())
                .isPresent();
        if (isAway) {
            throw new Unavailable(Failures.WHAT);
        }
    }

    /// @param awaySince since when (`System.nanoTime`) no writable server is known; empty while one is
    private record State(ServerAddress address, Optional<Long> awaySince, List<Throwable> problems) {}
}
