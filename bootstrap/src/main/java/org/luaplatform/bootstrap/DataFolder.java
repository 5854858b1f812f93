package org.luaplatform.bootstrap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The folder on this machine that belongs to the installation: the SQLite file, the key that encrypts stored
/// secrets, and the first API key. The secrets are readable for their owner only.
final class DataFolder {

    private static final String SECRET_KEY = "secret.key";
    private static final String FIRST_API_KEY = "first-api-key";
    private static final int KEY_BYTES = 32;

    private final Path folder;

    private DataFolder(Path folder) {
        this.folder = folder;
    }

    /// @throws StartProblem if the folder cannot be made or written to
    static DataFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException _) {
            throw unusable(folder);
        }
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw unusable(folder);
        }
        return new DataFolder(folder);
    }

    Path database() {
        return folder.resolve("luaplatform.db");
    }

    /// The installation's key, which is made the first time.
    byte[] secretKey(RandomGenerator random) {
        Path file = folder.resolve(SECRET_KEY);
        return read(file).map(text -> decoded(file, text)).orElseGet(() -> {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            write(file, Base64.getEncoder().encodeToString(key));
            return key;
        });
    }

    /// The API key of the first start, if it was kept here and nobody removed it.
    Optional<String> firstApiKey() {
        return read(folder.resolve(FIRST_API_KEY));
    }

    void keepFirstApiKey(String token) {
        write(folder.resolve(FIRST_API_KEY), token);
    }

    Path firstApiKeyFile() {
        return folder.resolve(FIRST_API_KEY);
    }

    private static byte[] decoded(Path file, String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException _) {
            // Falls through to the one message for all that is wrong with it.
        }
        throw new StartProblem("The file " + file + " is damaged. Restore it from a backup: without it, stored secrets"
                + " such as those of webhooks cannot be read any more.");
    }

    private Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new StartProblem("The file " + file + " cannot be read (" + failure.getMessage() + ").");
        }
    }

    private void write(Path file, String text) {
        try {
            createForOwner(file);
            Files.writeString(file, text + "\n", StandardCharsets.US_ASCII, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException _) {
            throw unusable(folder);
        }
    }

    /// Nobody else can read the file at any moment, not even before its first byte is written.
    private static void createForOwner(Path file) throws IOException {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException _) {
            // It was made like this before.
        }
    }

    private static StartProblem unusable(Path folder) {
        return new StartProblem("The data folder " + folder.toAbsolutePath().normalize()
                + " cannot be written to. Give the user who runs the server the right to, or name another with "
                + Setting.DATA_DIR.flag() + " or " + Setting.DATA_DIR.variable() + ".");
    }
}
