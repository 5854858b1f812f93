package org.luaplatform.adapters.mongo.engine;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import java.util.Set;
import org.luaplatform.domain.Unavailable;

/// What the driver's exceptions mean. They are told apart by kind and code, never by text: servers that speak the
/// same protocol word the same failure differently.
final class Failures {

    static final String WHAT = "MongoDB";

    private static final int WRITE_CONFLICT = 112;

    /// Answers of a server that is shutting down, starting, overloaded, out of space or no longer the primary. The
    /// [list of codes](https://www.mongodb.com/docs/manual/reference/error-codes/) gives their names.
    private static final Set<Integer> AWAY = Set.of(
            6, 7, 24, 46, 50, 64, 89, 91, 133, 189, 202, 262, 317, 358, 365, 9001, 10_107, 11_600, 11_602, 13_435,
            13_436, 14_031, 17_290);

    private Failures() {}

    /// The outage that `failure` is, or `failure` itself if it is none: then it is a bug of ours.
    static RuntimeException translated(Exception failure) {
        return switch (failure) {
            case MongoException refused when !isOutage(refused) -> refused;
            case Unavailable known -> known;
            case InterruptedException interruption -> {
                Thread.currentThread().interrupt();
                yield new Unavailable(WHAT, interruption);
            }
            case Exception outage -> new Unavailable(WHAT, outage);
        };
    }

    private static boolean isOutage(MongoException failure) {
        return switch (failure) {
            case MongoTimeoutException _,
                    MongoSocketException _,
                    MongoConnectionPoolClearedException _,
                    MongoServerUnavailableException _,
                    MongoExecutionTimeoutException _,
                    MongoInterruptedException _,
                    MongoSecurityException _,
                    MongoWriteConcernException _ -> true;
            case MongoBulkWriteException bulk when bulk.getWriteConcernError() != null -> true;
            case MongoException other ->
                AWAY.contains(code(other))
                        || other.hasErrorLabel("RetryableWriteError")
                        || other.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
        };
    }

    /// The server's code; of many writes that failed in one command, the first one's.
    private static int code(Exception failure) {
        return switch (failure) {
            case MongoBulkWriteException bulk
            when !bulk.getWriteErrors().isEmpty() ->
                bulk.getWriteErrors().getFirst().getCode();
            case MongoServerException answered -> answered.getCode();
            case Exception _ -> 0;
        };
    }

    /// Whether there is a document with this key already.
    static boolean isDuplicateKey(Exception failure) {
        return isDuplicateKey(code(failure));
    }

    static boolean isDuplicateKey(int code) {
        return ErrorCategory.fromErrorCode(code) == ErrorCategory.DUPLICATE_KEY;
    }

    /// Whether the write met another one of the same document, and changed nothing.
    static boolean isConflict(int code) {
        return code == WRITE_CONFLICT;
    }

    /// A short stable name for telemetry: the server's error code if it gave one, else the exception's class.
    static String type(Exception failure) {
        int code = code(failure);
        return code > 0 ? Integer.toString(code) : failure.getClass().getName();
    }
}
