package org.luaplatform.domain;

/// An outage: something that the product depends on (a store, a cache, a remote service) is away or too slow.
/// Trying again later may help; the input is not to blame.
public final class Unavailable extends RuntimeException {

    private final String what;

    /// @param what the dependency that is away, in the operator's words, such as `MongoDB`
    public Unavailable(String what, Throwable cause) {
        super(what + " is not available", cause);
        this.what = what;
    }

    public Unavailable(String what) {
        super(what + " is not available");
        this.what = what;
    }

    public String what() {
        return what;
    }
}
