package org.luaplatform.adapters.sqlite.understand;

import java.util.List;
import java.util.Optional;
import org.luaplatform.adapters.documents.EnumText;
import org.luaplatform.adapters.documents.understand.BucketRecord;
import org.luaplatform.adapters.sqlite.engine.Database;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.Buckets;

/// Buckets, one row for each, with all slots of the day in it.
public final class SqliteBuckets implements Buckets {

    private final Database database;

    public SqliteBuckets(Database database) {
        this.database = database;
    }

    @Override
    public List<Bucket> read(OrganizationId organization, Selection selection) {
        Optional<String> form = selection.form().map(FormId::value);
        Optional<String> channel = selection.channel().map(Channel::name);
        Optional<String> language = selection.language().map(Language::tag);
        List<BucketRecord> found = database.read(session -> {
            var call = session.sql("SELECT " + BucketRows.COLUMNS + " FROM buckets WHERE organization = ? AND kind = ?"
                            + (form.isPresent() ? " AND form = ?" : "")
                            + " AND day BETWEEN ? AND ?"
                            + (channel.isPresent() ? " AND channel = ?" : "")
                            + (language.isPresent() ? " AND language = ?" : "")
                            + " ORDER BY day")
                    .with(organization.value())
                    .with(EnumText.of(selection.kind()));
            if (form.isPresent()) {
                call.with(form);
            }
            call.with(selection.from().toString()).with(selection.to().toString());
            if (channel.isPresent()) {
                call.with(channel);
            }
            if (language.isPresent()) {
                call.with(language);
            }
            return call.all(row -> BucketRows.read(row, 1, selection.cuts()));
        });
        return found.stream()
                .map(BucketRecord::bucket)
                .filter(bucket -> !bucket.slots().isEmpty())
                .toList();
    }
}
