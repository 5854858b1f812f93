package org.luaplatform.adapters.documents;

/// What a store keeps, by the name under which every store keeps it: a collection here is a table there. What moves
/// from one store to another moves collection by collection.
///
/// In each of them a document is known by its field `id`, and belongs to the organization in its field
/// `organizationId` ([#ORGANIZATIONS] excepted, which is known by its `id`). The revision of a thing that is edited
/// is its field `rev`.
public enum StoredCollection {
    ORGANIZATIONS("organizations"),
    API_KEYS("apiKeys"),
    REPEATED_REQUESTS("repeatedRequests"),
    FORMS("forms"),
    FORM_VERSIONS("formVersions"),
    FEEDBACK("feedback"),
    IMPORTS("imports"),
    /// The files of imports, in pieces.
    IMPORT_CHUNKS("importChunks"),
    REJECTED_ROWS("rejectedRows"),
    THEMES("themes"),
    BUCKETS("buckets"),
    /// How far the counting of each organization got.
    LANES("lanes"),
    RULES("rules"),
    DESTINATIONS("destinations"),
    WATCHES("watches"),
    DELIVERIES("deliveries");

    private final String collection;

    StoredCollection(String collection) {
        this.collection = collection;
    }

    /// The collection's name in every store.
    public String collection() {
        return collection;
    }
}
