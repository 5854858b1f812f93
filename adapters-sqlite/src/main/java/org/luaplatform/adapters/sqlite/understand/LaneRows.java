package org.luaplatform.adapters.sqlite.understand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.understand.CountsDocument;
import org.luaplatform.adapters.documents.understand.LaneRecord;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Reads rows of the table `lanes`.
final class LaneRows {

    /// What [#read] reads.
    static final String COLUMNS = "organization, epoch, sequence, worker, until, open";

    private LaneRows() {}

    static LaneRecord read(ResultSet row) throws SQLException {
        String worker = row.getString(4);
        byte[] open = row.getBytes(6);
        return new LaneRecord(
                new OrganizationId(row.getString(1)),
                row.getLong(2),
                row.getLong(3),
                worker == null
                        ? Optional.empty()
                        : Optional.of(new LaneRecord.Stay(worker, Instant.ofEpochMilli(row.getLong(5)))),
                open == null ? Optional.empty() : Optional.of(CountsDocument.toPlan(Json.stored(open))));
    }
}
