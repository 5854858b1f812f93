package org.luaplatform.adapters.sqlite.engine;

import java.sql.SQLException;

/// What is done with a session in one go.
@FunctionalInterface
public interface Work<T> {
    T in(Session session) throws SQLException;
}
