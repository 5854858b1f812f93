package org.luaplatform.adapters.mongo.learn;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.documents.EnumText;
import org.luaplatform.adapters.documents.learn.ImportDocument;
import org.luaplatform.adapters.documents.learn.RejectedRowDocument;
import org.luaplatform.adapters.mongo.engine.MongoConnection;
import org.luaplatform.adapters.mongo.engine.Shelf;
import org.luaplatform.adapters.mongo.engine.StoredDocuments;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Page;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.learn.Import;
import org.luaplatform.domain.learn.ImportId;
import org.luaplatform.domain.learn.ImportNotFound;
import org.luaplatform.domain.learn.Imports;
import org.luaplatform.domain.learn.RejectedRow;
import org.luaplatform.domain.tenancy.OrganizationId;

/// Imports in MongoDB, with their files in parts. An import is stored when all of its file is there, and names the
/// upload that brought it; what an upload that broke off has left behind belongs to nobody.
public final class MongoImports implements Imports {

    private static final String ORGANIZATION = "organization";
    private static final String IMPORT = "import";
    private static final String STATE = "state";
    private static final String LEASE_WORKER = "lease.worker";
    private static final String LEASE_UNTIL = "lease.until";
    private static final String LINE = "line";

    private final StoredDocuments documents;
    private final Shelf<Uploaded> imports;
    private final UploadedFiles files;
    private final StoredDocuments rows;

    public MongoImports(MongoConnection connection) {
        this.documents = connection.collection(DocumentCollection.IMPORTS);
        this.imports = new Shelf<>(documents, Uploaded::document, Uploaded::of);
        this.files = new UploadedFiles(connection.collection(DocumentCollection.IMPORT_FILES));
        this.rows = connection.collection(DocumentCollection.REJECTED_ROWS);
        documents.index(List.of(
                new IndexModel(Indexes.ascending(ORGANIZATION, "createdAt", "_id")),
                new IndexModel(Indexes.ascending(STATE, "createdAt", "_id"))));
        rows.index(List.of(new IndexModel(Indexes.ascending(ORGANIZATION, IMPORT, LINE))));
    }

    /// @param upload what brought its file; empty for one that was moved here from another store
    private record Uploaded(Import one, Optional<String> upload) {

        static Uploaded of(Document document) {
            return new Uploaded(
                    ImportDocument.toImport(document),
                    document.optionalDocument("index").flatMap(index -> index.optionalText("upload")));
        }

        Document document() {
            return ImportDocument.of(one)
                    .with("index", Document.builder().put("upload", upload).build());
        }
    }

    @Override
    public void add(Import started, InputStream file) {
        if (documents.find(eq("_id", started.id().value())).isPresent()) {
            throw alreadyThere();
        }
        String upload = UUID.randomUUID().toString();
        try {
            files.store(started, upload, file);
            imports.add(new Uploaded(started, Optional.of(upload)));
        } catch (IOException broken) {
            files.remove(started, upload);
            throw new UncheckedIOException(broken);
        } catch (Conflict faster) {
            files.remove(started, upload);
            throw faster;
        }
    }

    private static Conflict alreadyThere() {
        return new Conflict("already-there", "There is already an import with this id.");
    }

    @Override
    public Optional<Import> find(OrganizationId organization, ImportId id) {
        return uploaded(organization, id).map(Uploaded::one);
    }

    private Optional<Uploaded> uploaded(OrganizationId organization, ImportId id) {
        return imports.find(organization, id.value()).map(Versioned::value);
    }

    @Override
    public Page<Import> list(OrganizationId organization, PageRequest page) {
        return imports.newestFirst(eq(ORGANIZATION, organization.value()), page)
                .map(found -> found.value().one());
    }

    @Override
    public Optional<Import> claim(String worker, Instant now, Duration lease) {
        Bson free = or(
                eq(STATE, EnumText.of(Import.State.WAITING)),
                and(
                        eq(STATE, EnumText.of(Import.State.RUNNING)),
                        or(lte(LEASE_UNTIL, now.toEpochMilli()), exists(LEASE_UNTIL, false))));
        Bson taking = combine(
                set(STATE, EnumText.of(Import.State.RUNNING)),
                set(LEASE_WORKER, worker),
                set(LEASE_UNTIL, now.plus(lease).toEpochMilli()),
                inc("revision", 1L));
        return documents
                .change(free, Sorts.ascending("createdAt", "_id"), taking)
                .map(ImportDocument::toImport);
    }

    @Override
    public Optional<Import> update(
            OrganizationId organization, ImportId id, String worker, UnaryOperator<Import> change) {
        return imports.update(
                        and(Shelf.owned(organization, id.value()), eq(LEASE_WORKER, worker)),
                        Expected.any(),
                        before -> new Uploaded(change.apply(before.one()), before.upload()))
                .map(after -> after.value().one());
    }

    @Override
    public InputStream open(OrganizationId organization, ImportId id) {
        Uploaded found = uploaded(organization, id).orElseThrow(ImportNotFound::new);
        return files.open(found.one(), found.upload()).orElseThrow(ImportNotFound::new);
    }

    @Override
    public void discardFile(OrganizationId organization, ImportId id) {
        files.removeAll(organization, id);
    }

    @Override
    public void reject(OrganizationId organization, ImportId id, List<RejectedRow> rejected) {
        if (!rejected.isEmpty() && find(organization, id).isPresent()) {
            rows.addAll(rejected.stream()
                    .map(row -> RejectedRowDocument.of(organization, id, row))
                    .toList());
        }
    }

    @Override
    public Stream<RejectedRow> rejected(OrganizationId organization, ImportId id) {
        return rows.stream(and(eq(ORGANIZATION, organization.value()), eq(IMPORT, id.value())), Sorts.ascending(LINE))
                .map(RejectedRowDocument::toRow);
    }
}
