package org.luaplatform.domain;

/// A position in a list. Its text is the business of the adapter that made it; to everybody else it is opaque. An
/// adapter that is given a cursor which it cannot read throws [Invalid] at `/cursor`.
public record Cursor(String value) {}
