package org.luaplatform.domain.understand;

import java.time.Instant;
import java.util.Optional;

/// How far the analysis of a piece of feedback got.
public sealed interface AnalysisState {

    /// Waits for a worker.
    ///
    /// @param attempts how often a worker tried and could not finish
    /// @param dueAt when the next attempt may begin
    record Pending(int attempts, Instant dueAt, Optional<String> lastProblem) implements AnalysisState {}

    /// The entry has its insight.
    record Done() implements AnalysisState {}

    /// Given up after too many attempts; an operator may have it tried again.
    record Failed(int attempts, String problem, Instant failedAt) implements AnalysisState {}
}
