package org.luaplatform.adapters.mongo.engine;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ServerDescription;
import com.mongodb.event.ClusterDescriptionChangedEvent;
import com.mongodb.event.ClusterListener;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.luaplatform.domain.Unavailable;

/// Whether a server that takes writes is known at present.
///
/// While none is, each call waits a while for one to come back. That is right for an election, which is over in a
/// moment, and wrong for an outage under load: callers would pile up. So after a grace only a few may wait, on
/// behalf of all (it is their waiting that makes the driver look for the server often), and everybody else is told
/// at once.
final class Reachability implements ClusterListener {

    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int SCOUTS = 8;

    private final Semaphore scouts = new Semaphore(SCOUTS);
    private volatile State state;

    /// @param assumed the address of the server until a writable one is known
    Reachability(ServerAddress assumed) {
        this.state = new State(assumed, Optional.empty(), List.of());
    }

    @Override
    public void clusterDescriptionChanged(ClusterDescriptionChangedEvent event) {
        ClusterDescription now = event.getNewDescription();
        Optional<ServerAddress> writable = now.getServerDescriptions().stream()
                .filter(ServerDescription::isPrimary)
                .map(ServerDescription::getAddress)
                .findFirst();
        List<Throwable> problems = now.getServerDescriptions().stream()
                .flatMap(server -> problem(server).stream())
                .toList();
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

    /// To be asked before each call, and closed after it.
    ///
    /// @throws Unavailable if the server has been away for a while and enough others wait for it
    Turn enter() {
        boolean away = state.awaySince()
                .filter(since -> System.nanoTime() - since > GRACE.toNanos())
                .isPresent();
        if (!away) {
            return Turn.FREE;
        }
        if (!scouts.tryAcquire()) {
            throw new Unavailable(Failures.WHAT);
        }
        return scouts::release;
    }

    /// @param awaySince since when (`System.nanoTime`) no writable server is known; empty while one is
    private record State(ServerAddress address, Optional<Long> awaySince, List<Throwable> problems) {}

    interface Turn extends AutoCloseable {

        Turn FREE = () -> {};

        @Override
        void close();
    }
}
