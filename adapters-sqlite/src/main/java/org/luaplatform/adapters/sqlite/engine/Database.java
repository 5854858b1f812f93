package org.luaplatform.adapters.sqlite.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.luaplatform.domain.Unavailable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/// The open file. All reading and writing of the adapter goes through it, so that an outage of any statement
/// becomes [Unavailable] here and nowhere else.
public final class Database implements AutoCloseable {

    /// What operators know it as.
    static final String NAME = "SQLite";

    /// Pages of the log until they are moved into the file, which costs the writer two more waits for the disk.
    private static final int CHECKPOINT_PAGES = 4_000;

    private static final int LOG_BYTES = 64 * 1024 * 1024;

    private static final int WRITER_CACHE_KIB = 16 * 1024;
    private static final int READER_CACHE_KIB = 4 * 1024;
    private static final int BUSY_MILLIS = 2_000;

    private final FileLock lock;
    private final Writer writer;
    private final Readers readers;

    private Database(FileLock lock, Writer writer, Readers readers) {
        this.lock = lock;
        this.writer = writer;
        this.readers = readers;
    }

    /// Opens the file, or makes it, and brings it to this version's schema.
    ///
    /// @throws Unusable if that cannot be done, with what the operator can do about it
    public static Database open(Path path) throws Unusable {
        Path file = located(path.toAbsolutePath().normalize());
        FileLock lock = FileLock.of(file);
        try {
            checkWritable(file);
            Session session = openWriter(file);
            return new Database(lock, new Writer(session, "sqlite-writer"), new Readers(() -> openReader(file)));
        } catch (Unusable unusable) {
            lock.close();
            throw unusable;
        }
    }

    /// Reads the file as it is at one moment.
    ///
    /// @throws Unavailable if it cannot be read now
    public <T> T read(Work<T> work) {
        try {
            return readers.read(work);
        } catch (SQLException failure) {
            throw translated(failure);
        }
    }

    /// Does the work and makes it durable, or nothing of it if it fails; it may throw any refusal. Works are done
    /// one after the other, each seeing what the ones before it did.
    ///
    /// @throws Unavailable if the file cannot be written now; the work may be durable all the same if the failure
    ///     is that of the disk
    public <T> T write(Work<T> work) {
        return write(work, false);
    }

    /// As [#write], and cheaper, for work that changes something by one statement only, as its last act.
    public <T> T writeOne(Work<T> work) {
        return write(work, true);
    }

    private <T> T write(Work<T> work, boolean isOneStatement) {
        try {
            return writer.write(work, isOneStatement);
        } catch (SQLException failure) {
            throw translated(failure);
        }
    }

    private static RuntimeException translated(SQLException failure) {
        boolean isBug = failure instanceof SQLiteException known
                && (known.getResultCode() == SQLiteErrorCode.SQLITE_ERROR
                        || (known.getResultCode().code & 0xFF) == SQLiteErrorCode.SQLITE_CONSTRAINT.code);
        return isBug ? new IllegalStateException(failure) : new Unavailable(NAME, failure);
    }

    /// Where the file is, whichever links lead there, so that all who use it meet at one lock.
    private static Path located(Path file) throws Unusable {
        try {
            Path folder = Files.createDirectories(file.getParent()).toRealPath();
            return Files.exists(file) ? file.toRealPath() : folder.resolve(file.getFileName());
        } catch (IOException failure) {
            throw new Unusable(
                    file,
                    "cannot be reached (" + failure.getMessage() + ")",
                    "let this user write to the folder " + file.getParent() + ", or choose another data folder",
                    failure);
        }
    }

    private static void checkWritable(Path file) throws Unusable {
        Path folder = file.getParent();
        if (!Files.isWritable(folder) || (Files.exists(file) && !Files.isWritable(file))) {
            throw new Unusable(
                    file, "cannot be written", "let this user write to it, or choose another data folder", null);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new Unusable(file, "is not a file", "choose another data folder", null);
        }
    }

    private static Session openWriter(Path file) throws Unusable {
        var config = config(WRITER_CACHE_KIB);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // A commit has reached the disk when it returns, power cuts included.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        // After a rush the log gives its room back.
        config.setJournalSizeLimit(LOG_BYTES);
        try {
            Session session = new Session(config.createConnection("jdbc:sqlite:" + file));
            try {
                session.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
                Schema.prepare(session, file);
                session.beginByItself();
                return session;
            } catch (SQLException | Unusable failure) {
                session.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw unusable(file, failure);
        }
    }

    private static Session openReader(Path file) throws SQLException {
        var session = new Session(config(READER_CACHE_KIB).createConnection("jdbc:sqlite:" + file));
        session.execute("PRAGMA query_only = ON");
        session.beginByItself();
        return session;
    }

    private static SQLiteConfig config(int cacheKib) {
        var config = new SQLiteConfig();
        // Each connection is used by one thread at a time anyway.
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        config.setCacheSize(-cacheKib);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }

    private static Unusable unusable(Path file, SQLException failure) {
        int code = failure instanceof SQLiteException known ? known.getResultCode().code & 0xFF : 0;
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code || code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return new Unusable(
                    file, "is damaged or no SQLite file", "move it away, and put a backup in its place", failure);
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return new Unusable(file, "is locked by another program", "close that program", failure);
        }
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return new Unusable(file, "does not fit the disk", "make room on the disk", failure);
        }
        return new Unusable(
                file,
                "cannot be opened (" + failure.getMessage() + ")",
                "let this user read and write it and its folder",
                failure);
    }

    /// Finishes what is under way, and gives the file free. Everything is in the one file then.
    @Override
    public void close() {
        try (lock) {
            readers.close();
            writer.close();
        } catch (SQLException failure) {
            throw translated(failure);
        }
    }
}
