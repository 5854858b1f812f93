package org.luaplatform.adapters.http.edge;

/// The server cannot listen on the address that it was given.
public final class CannotListen extends RuntimeException {

    CannotListen(String host, int port, Throwable cause) {
        super("cannot listen on " + host + ":" + port + ": " + cause.getMessage(), cause);
    }
}
