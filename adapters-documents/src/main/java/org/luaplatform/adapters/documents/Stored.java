package org.luaplatform.adapters.documents;

import java.util.function.Function;
import java.util.function.Supplier;
import org.luaplatform.domain.DomainException;
import org.luaplatform.domain.Revision;
import org.luaplatform.domain.Versioned;

/// What all stored documents have in common.
public final class Stored {

    private static final int VERSION = 1;

    private Stored() {}

    /// The beginning of a stored document: its id, and the version of the form in which it is written.
    public static Document.Builder document(String id) {
        return Document.builder().put("v", VERSION).put("id", id);
    }

    /// The id of a thing that is named by several parts. Only the last of them may contain a colon.
    public static String id(String first, String... rest) {
        return first + ":" + String.join(":", rest);
    }

    public static Document with(Revision revision, Document document) {
        return document.with("revision", revision.value());
    }

    public static <T> Versioned<T> versioned(Document document, Function<Document, T> reading) {
        return new Versioned<>(reading.apply(document), new Revision(document.whole("revision")));
    }

    /// What `reading` makes of a stored document. What the model refuses here is no caller's mistake.
    ///
    /// @throws IllegalStateException if the model refuses it, or the document is of a form that this version does
    ///     not know
    public static <T> T read(Document document, Supplier<T> reading) {
        if (document.whole("v") != VERSION) {
            throw document.malformed("v", "is a form of a newer version: " + document.whole("v"));
        }
        return accepted(document, reading);
    }

    /// What `reading` makes of a part of a stored document.
    ///
    /// @throws IllegalStateException if the model refuses it
    public static <T> T accepted(Document document, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DomainException | IllegalArgumentException refused) {
            throw new IllegalStateException(document + " is malformed: " + refused.getMessage(), refused);
        }
    }
}
