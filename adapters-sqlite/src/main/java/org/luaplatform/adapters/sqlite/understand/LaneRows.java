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

    /// Reads the columns [#COLUMNS].
    ///
    /// @param first the number of the first of them
    static LaneRecord read(ResultSet row, int first) throws SQLException {
        String worker = row.getString(first + 3);
        byte[] open = row.getBytes(first + 5);
        return new LaneRecord(
                new OrganizationId(row.getString(first)),
                row.getLong(first + 1),
                row.getLong(first + 2),
                worker == null
                        ? Optional.empty()
                        : Optional.of(new LaneRecord.Stay(worker, Instant.ofEpochMilli(row.getLong(first + 4)))),
                open == null ? Optional.empty() : Optional.of(CountsDocument.toPlan(Json.stored(open))));
    }
}
