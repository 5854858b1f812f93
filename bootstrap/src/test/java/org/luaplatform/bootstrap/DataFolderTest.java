package org.luaplatform.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path temp;

    @Test
    void the_installations_key_is_made_once_and_kept() {
        byte[] first = DataFolder.open(temp.resolve("data")).secretKey(random);
        byte[] second = DataFolder.open(temp.resolve("data")).secretKey(random);

        assertThat(second).hasSize(32).isEqualTo(first);
    }

    @Test
    void secrets_are_readable_for_their_owner_only() throws IOException {
        DataFolder folder = DataFolder.open(temp);

        folder.keepFirstApiKey("lua_secret");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.firstApiKeyFile())))
                .isEqualTo("rw-------");
        assertThat(folder.firstApiKey()).contains("lua_secret");
    }

    @Test
    void a_damaged_key_is_told_and_never_replaced() throws IOException {
        Files.writeString(temp.resolve("secret.key"), "gibberish");

        assertThatThrownBy(() -> DataFolder.open(temp).secretKey(random))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("secret.key");
        assertThat(temp.resolve("secret.key")).hasContent("gibberish");
    }

    @Test
    void a_folder_that_cannot_be_made_is_told_by_its_setting() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("LUA_DATA_DIR");
        assertThatThrownBy(() -> DataFolder.open(file)).isInstanceOf(StartProblem.class);
    }
}
