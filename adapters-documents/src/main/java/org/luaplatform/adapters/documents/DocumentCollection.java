package org.luaplatform.adapters.documents;

import java.util.Arrays;

/// What a store keeps documents of. Two stores name the collections alike and put the same into a document, so that
/// copying all documents moves everything from the one to the other. Each document has a unique `id` (a text), its
/// `organization`, and `v`, the version of its form.
public enum DocumentCollection {
    ORGANIZATIONS("organizations"),
    API_KEYS("apiKeys"),
    /// By organization and key.
    REPEATED_REQUESTS("repeatedRequests"),
    FORMS("forms"),
    /// By form and number.
    FORM_VERSIONS("formVersions"),
    /// Feedback with all that is known of it.
    FEEDBACK("feedback"),
    IMPORTS("imports"),
    /// The files of imports, part by part: by import and number.
    IMPORT_FILES("importFiles"),
    /// By import and line.
    REJECTED_ROWS("rejectedRows"),
    /// One for each organization.
    LANES("lanes"),
    /// By organization and all parts of the bucket's key.
    BUCKETS("buckets"),
    THEMES("themes"),
    DESTINATIONS("destinations"),
    RULES("rules"),
    /// By organization, rule and subject.
    WATCHES("watches"),
    DELIVERIES("deliveries");

    private final String text;

    DocumentCollection(String text) {
        this.text = text;
    }

    /// The collection's name in every store.
    public String text() {
        return text;
    }

    /// @throws IllegalArgumentException if no collection has this name
    public static DocumentCollection of(String text) {
        return Arrays.stream(values())
                .filter(collection -> collection.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no collection is called " + text));
    }
}
