package org.luaplatform.adapters.sqlite.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One use of a prepared statement: its values in order, then what comes of it.
public final class Call {

    private final PreparedStatement statement;
    private int values;
    private boolean failed;

    Call(PreparedStatement statement) {
        this.statement = statement;
    }

    Call again() {
        values = 0;
        return this;
    }

    /// The driver ends a statement that fails, and does not prepare it anew.
    boolean hasFailed() {
        return failed;
    }

    void close() throws SQLException {
        statement.close();
    }

    public Call with(String value) throws SQLException {
        statement.setString(++values, value);
        return this;
    }

    public Call with(long value) throws SQLException {
        statement.setLong(++values, value);
        return this;
    }

    public Call with(byte[] value) throws SQLException {
        statement.setBytes(++values, value);
        return this;
    }

    /// An instant, as milliseconds since 1970.
    public Call with(Instant value) throws SQLException {
        return with(value.toEpochMilli());
    }

    /// A text, a whole number, bytes or an instant, or nothing.
    public Call with(Optional<?> value) throws SQLException {
        if (value.isEmpty()) {
            statement.setNull(++values, Types.NULL);
            return this;
        }
        return withAny(value.get());
    }

    /// A text, a whole number, bytes or an instant.
    public Call withAny(Object value) throws SQLException {
        return switch (value) {
            case String text -> with(text);
            case Long whole -> with((long) whole);
            case Integer whole -> with((long) whole);
            case byte[] bytes -> with(bytes);
            case Instant instant -> with(instant);
            default -> throw new IllegalArgumentException("SQLite is given no " + value.getClass());
        };
    }

    /// @return how many rows were changed
    public int update() throws SQLException {
        try {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    public <T> Optional<T> first(Reading<T> reading) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(reading.read(rows)) : Optional.empty();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    public <T> List<T> all(Reading<T> reading) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reading.read(rows));
            }
            return read;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private SQLException failed(SQLException failure) {
        failed = true;
        return failure;
    }

    /// The number that the statement answers.
    public long number() throws SQLException {
        return first(row -> row.getLong(1))
                .orElseThrow(() -> new IllegalStateException("the statement answers no number"));
    }

    /// Whether the statement answers any row.
    public boolean exists() throws SQLException {
        return first(_ -> true).orElse(false);
    }

    /// What one row means.
    @FunctionalInterface
    public interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
