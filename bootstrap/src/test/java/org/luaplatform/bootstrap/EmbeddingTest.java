package org.luaplatform.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program in docs/embedding.md, compiled and run as it stands there, in a JVM of its own.
class EmbeddingTest {

    private static final Path DOCUMENTATION = Path.of("..", "docs", "embedding.md");

    @TempDir
    private Path folder;

    @Test
    void the_program_of_the_documentation_understands_what_somebody_said() throws Exception {
        String program = program();
        Files.writeString(folder.resolve("Embedded.java"), program);

        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "Embedded.java")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), UTF_8);

        assertThat(java.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output).contains("NEGATIVE").contains("staff");
        assertThat(java.exitValue()).isZero();
    }

    @Test
    void it_fits_on_a_page() throws IOException {
        assertThat(program()
                        .substring(program().indexOf("public static void main"))
                        .lines())
                .as("the lines of main")
                .hasSizeLessThanOrEqualTo(32);
    }

    private static String program() throws IOException {
        String page = Files.readString(DOCUMENTATION);
        String fence = "```java\n";
        int start = page.indexOf(fence) + fence.length();
        return page.substring(start, page.indexOf("```", start));
    }
}
