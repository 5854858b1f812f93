package org.luaplatform.application.understand;

import java.time.Duration;
import java.time.InstantSource;
import org.luaplatform.domain.understand.AnalysisQueue;

/// Whoever operates the platform sees how much of all organizations' feedback awaits analysis. It names nobody and
/// nothing, so it takes no caller.
public final class ReadBacklog {

    /// @param pending pieces that await analysis; an estimate above 10,000
    /// @param failed pieces whose analysis was given up
    /// @param age how long ago the longest waiting was received; nothing if none waits
    public record Backlog(long pending, long failed, Duration age) {}

    private final AnalysisQueue queue;
    private final InstantSource clock;

    public ReadBacklog(AnalysisQueue queue, InstantSource clock) {
        this.queue = queue;
        this.clock = clock;
    }

    public Backlog handle() {
        AnalysisQueue.Backlog backlog = queue.backlog();
        Duration age = backlog.oldest()
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
        return new Backlog(backlog.pending(), backlog.failed(), age);
    }
}
