package org.luaplatform.adapters.sqlite.understand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.luaplatform.adapters.documents.EnumText;
import org.luaplatform.adapters.documents.understand.BucketRecord;
import org.luaplatform.adapters.sqlite.engine.Call;
import org.luaplatform.adapters.sqlite.engine.Session;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.CountingLane.Change;
import org.luaplatform.domain.understand.Tally;

/// Reads and changes rows of the table `buckets`.
final class BucketRows {

    /// What [#read] reads.
    static final String COLUMNS = "organization, kind, form, day, channel, language, last_plan, slots";

    private static final Set<Integer> EVERY_SLOT =
            IntStream.range(0, Bucket.SLOTS).boxed().collect(Collectors.toUnmodifiableSet());

    private BucketRows() {}

    /// Reads the columns [#COLUMNS].
    ///
    /// @param first the number of the first of them
    static BucketRecord read(ResultSet row, int first) throws SQLException {
        return read(row, first, EVERY_SLOT);
    }

    /// @param cuts the slots that are to be told apart from the one before
    static BucketRecord read(ResultSet row, int first, Set<Integer> cuts) throws SQLException {
        var key = new Bucket.Key(
                EnumText.to(Bucket.Kind.class, row.getString(first + 1)),
                new FormId(row.getString(first + 2)),
                LocalDate.parse(row.getString(first + 3)),
                new Channel(row.getString(first + 4)),
                new Language(row.getString(first + 5)));
        return new BucketRecord(
                new OrganizationId(row.getString(first)),
                new Bucket(key, SlotBytes.read(row.getBytes(first + 7), cuts)),
                row.getLong(first + 6));
    }

    /// Adds `changes`, all of one bucket, unless that has seen this plan or a later one.
    static void apply(Session session, OrganizationId organization, Bucket.Key key, long plan, List<Change> changes)
            throws SQLException {
        Optional<BucketRecord> before = with(
                        session.sql("SELECT " + COLUMNS + " FROM buckets WHERE organization = ? AND kind = ?"
                                + " AND form = ? AND day = ? AND channel = ? AND language = ?"),
                        organization,
                        key)
                .first(row -> read(row, 1));
        if (before.map(BucketRecord::lastPlan).orElse(0L) >= plan) {
            return;
        }
        Map<Integer, Tally> slots =
                before.map(known -> new TreeMap<>(known.bucket().slots())).orElseGet(TreeMap::new);
        changes.forEach(change -> slots.merge(change.slot(), change.added(), Tally::plus));
        slots.values().removeIf(Tally::isNothing);
        with(session.sql("""
                                INSERT INTO buckets (organization, kind, form, day, channel, language, last_plan, slots)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                                ON CONFLICT (organization, kind, form, day, channel, language)
                                DO UPDATE SET last_plan = excluded.last_plan, slots = excluded.slots"""), organization, key)
                .with(plan)
                .with(SlotBytes.of(slots))
                .update();
    }

    private static Call with(Call call, OrganizationId organization, Bucket.Key key) throws SQLException {
        return call.with(organization.value())
                .with(EnumText.of(key.kind()))
                .with(key.form().value())
                .with(key.day().toString())
                .with(key.channel().name())
                .with(key.language().tag());
    }
}
