package org.luaplatform.domain;

import java.time.Duration;

/// What the use cases want to tell whoever operates the product. The inner modules know no metrics; whoever wires
/// them together decides what becomes of a signal. Implementations are fast, never throw and are safe from any
/// thread.
public interface Signals {

    /// Feedback was acknowledged.
    void collected(String channel, int count);

    /// @param waited from receipt to insight
    void analysed(int count, Duration waited);

    void analysisFailed(boolean forGood);

    void counted(int count);

    void enqueued(int count);

    /// An attempt to deliver ended.
    ///
    /// @param outcome `delivered`, `retry` or `dead`
    void attempted(String outcome, Duration duration);

    /// A worker could not do its round; it goes on with the next.
    void workerFailed(String worker, RuntimeException failure);
}
