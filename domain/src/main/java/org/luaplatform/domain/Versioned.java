package org.luaplatform.domain;

/// A stored thing together with the revision in which it was read, which an editor hands back as [Expected].
public record Versioned<T>(T value, Revision revision) {}
