package org.luaplatform.adapters.sqlite.act;

import java.sql.SQLException;
import java.util.Optional;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.act.WatchDocument;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.adapters.sqlite.engine.Session;
import org.luaplatform.domain.act.RuleId;
import org.luaplatform.domain.act.Watch;
import org.luaplatform.domain.act.Watches;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Watches, by rule and subject.
public final class SqliteWatches implements Watches {

    private final Database database;

    public SqliteWatches(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Watch> find(OrganizationId organization, RuleId rule, String subject) {
        return database.read(session -> stored(session, organization, rule, subject));
    }

    @Override
    public boolean replace(Optional<Watch> before, Watch after) {
        byte[] document = Json.bytes(WatchDocument.of(after));
        return database.writeOne(session -> {
            Optional<Watch> stored = stored(session, after.organization(), after.rule(), after.subject());
            return stored.equals(before) && put(session, after, document);
        });
    }

    private static boolean put(Session session, Watch watch, byte[] document) throws SQLException {
        return session.sql("""
                        INSERT INTO watches (organization, rule, subject, document) VALUES (?, ?, ?, ?)
                        ON CONFLICT (organization, rule, subject) DO UPDATE SET document = excluded.document""")
                        .with(watch.organization().value())
                        .with(watch.rule().value())
                        .with(watch.subject())
                        .with(document)
                        .update()
                == 1;
    }

    private static Optional<Watch> stored(Session session, OrganizationId organization, RuleId rule, String subject)
            throws SQLException {
        return session.sql("SELECT document FROM watches WHERE organization = ? AND rule = ? AND subject = ?")
                .with(organization.value())
                .with(rule.value())
                .with(subject)
                .first(row -> WatchDocument.toWatch(Json.stored(row.getBytes(1))));
    }
}
