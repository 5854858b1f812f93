package org.luaplatform.adapters.mongo.engine;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoIncompatibleDriverException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Finds out why MongoDB cannot be used, from the exceptions of the first attempt.
///
/// @param hosts the addresses that the setting names, for the messages
/// @param database the one that it names
/// @param tls whether it asks for TLS
record Diagnosis(List<String> hosts, String database, boolean tls) {

    private static final int UNAUTHORIZED = 13;

    /// @param problems what the servers' monitors met meanwhile
    MongoUnusable of(Throwable failure, List<Throwable> problems) {
        List<Throwable> causes = new ArrayList<>();
        addWithCauses(failure, causes);
        problems.forEach(problem -> addWithCauses(problem, causes));
        return causes.stream()
                .flatMap(cause -> known(cause, failure).stream())
                .findFirst()
                .or(() -> unknownName(failure))
                .orElseGet(() -> new MongoUnusable(
                        "no server that takes writes answers at " + where(),
                        "Check the address, that MongoDB runs and can be reached from here"
                                + (tls ? ", and that it offers TLS" : ""),
                        failure));
    }

    private List<MongoUnusable> known(Throwable cause, Throwable failure) {
        return switch (cause) {
            case MongoSecurityException _ ->
                List.of(new MongoUnusable(
                        where() + " refuses the user or the password",
                        "Check both (special characters are percent-encoded), and that authSource names the database"
                                + " which knows the user",
                        failure));
            case MongoCommandException command
            when command.getErrorCode() == UNAUTHORIZED ->
                List.of(new MongoUnusable(
                        "the user may not work in the database " + database,
                        "Give it the role readWrite there",
                        failure));
            case MongoIncompatibleDriverException _ ->
                List.of(new MongoUnusable(
                        "the server at " + where() + " is too old or too new", "Run MongoDB 7 or 8", failure));
            case SSLException _ ->
                List.of(new MongoUnusable(
                        "no TLS connection to " + where() + " comes about",
                        "Check that the server offers TLS and that Java trusts its certificate, or set tls=false",
                        failure));
            case MongoSocketReadException _ ->
                List.of(new MongoUnusable(
                        where() + " closes the connection",
                        "Check that MongoDB is what listens there; if it wants TLS, set tls=true",
                        failure));
            case UnknownHostException _ -> List.of(unknownName(where(), failure));
            case Throwable _ -> List.of();
        };
    }

    /// A name server can take longer to say that it knows no such name than the driver waits for a server.
    private Optional<MongoUnusable> unknownName(Throwable failure) {
        return hosts.stream().filter(Diagnosis::isUnknown).findFirst().map(host -> unknownName(host, failure));
    }

    private static boolean isUnknown(String host) {
        try {
            InetAddress _ = InetAddress.getByName(new ServerAddress(host).getHost());
            return false;
        } catch (UnknownHostException _) {
            return true;
        }
    }

    private static MongoUnusable unknownName(String name, Throwable failure) {
        return new MongoUnusable("the name " + name + " is not known", "Check its spelling", failure);
    }

    private String where() {
        return String.join(", ", hosts);
    }

    private static void addWithCauses(Throwable failure, List<Throwable> causes) {
        @Nullable Throwable cause = failure;
        while (cause != null && !causes.contains(cause)) {
            causes.add(cause);
            cause = cause.getCause();
        }
    }
}
