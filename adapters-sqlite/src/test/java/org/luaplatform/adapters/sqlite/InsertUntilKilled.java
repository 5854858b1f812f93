package org.luaplatform.adapters.sqlite;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.luaplatform.domain.learn.Feedback;
import org.luaplatform.domain.learn.testing.TestFeedback;
import org.luaplatform.domain.tenancy.OrganizationId;

/// A process of its own that adds feedback from eight threads and prints the id of each piece that was
/// acknowledged, until somebody kills it.
final class InsertUntilKilled {

    static final OrganizationId ORGANIZATION = new OrganizationId("killed");

    private InsertUntilKilled() {}

    public static void main(String[] arguments) {
        var adapter = SqliteAdapter.open(Path.of(arguments[0]));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> insertForEver(adapter));
            }
        }
    }

    private static void insertForEver(SqliteAdapter adapter) {
        while (true) {
            Feedback piece = TestFeedback.aFeedback(ORGANIZATION);
            var _ = adapter.feedbackInbox().add(piece);
            System.out.println(piece.id());
        }
    }
}
