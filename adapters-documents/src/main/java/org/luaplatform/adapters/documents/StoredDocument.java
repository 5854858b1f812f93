package org.luaplatform.adapters.documents;

/// A document on its way from one store to another.
///
/// @param position where it stands in its collection, for going on after it later; the business of the store that
///     it comes from
public record StoredDocument(DocumentCollection collection, String id, Document document, String position) {}
