package org.luaplatform.application.understand;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/// A process that dies at a given call to the world outside: that call and all later ones are not done. Nothing in
/// it gets to clean up.
public final class Mortal {

    private final AtomicInteger left;

    /// @param calls how many calls it lives for
    public Mortal(int calls) {
        this.left = new AtomicInteger(calls);
    }

    public static Mortal forEver() {
        return new Mortal(Integer.MAX_VALUE);
    }

    public boolean isDead() {
        return left.get() < 0;
    }

    /// The port as seen from inside of the process.
    public <T> T sees(Class<T> type, T port) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    if (left.get() < 0 || left.decrementAndGet() < 0) {
                        throw new Death();
                    }
                    try {
                        return method.invoke(port, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    /// No exception that anybody could deal with.
    public static final class Death extends Error {
        Death() {
            super("killed", null, false, false);
        }
    }
}
