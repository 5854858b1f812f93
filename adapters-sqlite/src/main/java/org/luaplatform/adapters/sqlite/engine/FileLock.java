package org.luaplatform.adapters.sqlite.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Keeps a second process away from the file. The lock lies on a neighbouring file, since SQLite has locks of its
/// own on the file itself, and is gone with the process however that ends.
final class FileLock implements AutoCloseable {

    /// What this process has open. Asking the system would not do: closing any second channel to a locked file
    /// gives the lock of the first one away.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path lockFile;
    private final FileChannel channel;
    private final AtomicBoolean released = new AtomicBoolean();

    private FileLock(Path lockFile, FileChannel channel) {
        this.lockFile = lockFile;
        this.channel = channel;
    }

    static FileLock of(Path file) throws Unusable {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        if (!HELD.add(lockFile)) {
            throw inUse(file);
        }
        try {
            return new FileLock(lockFile, lock(file, lockFile));
        } catch (IOException failure) {
            HELD.remove(lockFile);
            throw new Unusable(
                    file,
                    "cannot be locked (" + failure.getMessage() + ")",
                    "let this user write to the folder " + file.getParent() + ", or choose another data folder",
                    failure);
        } catch (Unusable taken) {
            HELD.remove(lockFile);
            throw taken;
        }
    }

    private static FileChannel lock(Path file, Path lockFile) throws IOException, Unusable {
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw inUse(file);
        }
        return channel;
    }

    private static Unusable inUse(Path file) {
        return new Unusable(
                file, "is in use by another server", "stop that one, or give this one a data folder of its own", null);
    }

    @Override
    public void close() {
        if (!released.compareAndSet(false, true)) {
            return;
        }
        try {
            channel.close();
        } catch (IOException _) {
            // The lock goes with the process at the latest.
        } finally {
            HELD.remove(lockFile);
        }
    }
}
