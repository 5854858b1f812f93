package org.luaplatform.adapters.http.edge;

/// How much of the server a request takes, which decides how many of its kind may run at once.
public enum Load {
    /// Asked by load balancers and operators: answered even when everything else is refused.
    PROBE,
    /// Answered at once.
    QUICK,
    /// Streams much data in or out, and takes as long as that takes.
    BULK,
    /// Stays open to tell news.
    LIVE
}
