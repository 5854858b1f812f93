package org.luaplatform.adapters.mongo.learn;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.adapters.mongo.engine.StoredDocuments;
import org.luaplatform.domain.learn.Import;
import org.luaplatform.domain.learn.ImportId;
import org.luaplatform.domain.tenancy.OrganizationId;

/// The files of imports, in parts that are written and read one by one: `{id, organization, import, part, base64,
/// index: {upload}}`. All parts but the last are full, and the last never is, if need be because it is empty.
final class UploadedFiles {

    static final int PART_BYTES = 256 * 1024;

    /// How many parts are on their way to a reader.
    private static final int AHEAD = 4;

    private static final String ORGANIZATION = "organization";
    private static final String IMPORT = "import";
    private static final String PART = "part";
    private static final String BASE64 = "base64";
    private static final String UPLOAD = "index.upload";

    private final StoredDocuments parts;

    UploadedFiles(StoredDocuments parts) {
        this.parts = parts;
        parts.index(List.of(new IndexModel(Indexes.ascending(ORGANIZATION, IMPORT, PART))));
    }

    /// @throws IOException if the file cannot be read to its end; what was read so far is stored
    void store(Import one, String upload, InputStream file) throws IOException {
        byte[] bytes;
        long part = 0;
        do {
            bytes = file.readNBytes(PART_BYTES);
            if (!parts.add(document(one, upload, part, bytes))) {
                throw new IllegalStateException("nobody else has this upload");
            }
            part++;
        } while (bytes.length == PART_BYTES);
    }

    private static Document document(Import one, String upload, long part, byte[] bytes) {
        return Stored.document(Stored.id(upload, Long.toString(part)))
                .put(ORGANIZATION, one.organization().value())
                .put(IMPORT, one.id().value())
                .put(PART, part)
                .put(BASE64, Base64.getEncoder().encodeToString(bytes))
                .put("index", Document.builder().put("upload", upload).build())
                .build();
    }

    /// The file from its beginning, if it is there.
    Optional<InputStream> open(Import one, Optional<String> upload) {
        Bson brought = upload.map(name -> eq(UPLOAD, name)).orElse(exists(UPLOAD, false));
        Stream<Document> found =
                parts.stream(and(owned(one.organization(), one.id()), brought), Sorts.ascending(PART), AHEAD);
        Iterator<byte[]> bytes =
                found.map(part -> Base64.getDecoder().decode(part.text(BASE64))).iterator();
        if (!bytes.hasNext()) {
            found.close();
            return Optional.empty();
        }
        return Optional.of(new PartsInputStream(bytes, found::close));
    }

    void remove(Import one, String upload) {
        parts.removeAll(and(owned(one.organization(), one.id()), eq(UPLOAD, upload)));
    }

    void removeAll(OrganizationId organization, ImportId id) {
        parts.removeAll(owned(organization, id));
    }

    private static Bson owned(OrganizationId organization, ImportId id) {
        return and(eq(ORGANIZATION, organization.value()), eq(IMPORT, id.value()));
    }
}
