package org.luaplatform.adapters.sqlite.learn;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.DocumentCollection;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.adapters.sqlite.engine.Source;

/// The documents of this room, other than feedback.
public final class LearnSources {

    public static final List<Source> ALL = List.of(
            Source.versioned(DocumentCollection.FORMS, "forms"),
            Source.of(DocumentCollection.FORM_VERSIONS, "form_versions"),
            Source.of(DocumentCollection.IMPORTS, "imports"),
            new Source(
                    DocumentCollection.IMPORT_FILES,
                    // The parts of imports that are there; of others nobody knows whose they are.
                    "(SELECT p.seq, i.id, i.organization, p.part, p.bytes"
                            + " FROM import_parts p CROSS JOIN imports i ON i.upload = p.upload)",
                    "id, organization, part, bytes",
                    LearnSources::part),
            Source.of(DocumentCollection.REJECTED_ROWS, "rejected_rows"));

    private LearnSources() {}

    private static Document part(ResultSet row) throws SQLException {
        return Stored.document(Stored.id(row.getString(2), row.getString(4)))
                .put("organization", row.getString(3))
                .put("import", row.getString(2))
                .put("part", row.getLong(4))
                .put("base64", Base64.getEncoder().encodeToString(row.getBytes(5)))
                .build();
    }
}
