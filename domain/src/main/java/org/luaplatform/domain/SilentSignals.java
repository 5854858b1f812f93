package org.luaplatform.domain;

import java.time.Duration;

/// Tells nobody anything: for embedders without metrics, and to build on where only some signals matter.
public class SilentSignals implements Signals {

    @Override
    public void collected(String channel, int count) {}

    @Override
    public void analysed(int count, Duration waited) {}

    @Override
    public void analysisFailed(boolean forGood) {}

    @Override
    public void counted(int count) {}

    @Override
    public void enqueued(int count) {}

    @Override
    public void attempted(String outcome, Duration duration) {}

    @Override
    public void workerFailed(String worker, RuntimeException failure) {}
}
