package org.luaplatform.domain.understand;

/// What one piece of feedback adds to one slot of one bucket. It is kept with the piece, so that it can be taken
/// back exactly.
public record Contribution(Bucket.Key bucket, int slot, Tally tally) {}
