package org.luaplatform.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void nothing_needs_to_be_set() {
        Settings settings = Settings.of(List.of(), Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.dataDir()).isEqualTo(Path.of("data"));
        assertThat(settings.mongoUri()).isEmpty();
        assertThat(settings.demo()).isFalse();
    }

    @Test
    void the_command_line_wins_over_the_environment() {
        Settings settings = Settings.of(List.of("--port", "9000", "--demo"), Map.of("LUA_HTTP_PORT", "9001"));

        assertThat(settings.port()).isEqualTo(9000);
        assertThat(settings.demo()).isTrue();
    }

    @Test
    void an_option_may_carry_its_value_behind_an_equals_sign() {
        assertThat(Settings.of(List.of("--port=0", "--data=/tmp/x"), Map.of()).dataDir())
                .isEqualTo(Path.of("/tmp/x"));
    }

    @Test
    void an_empty_variable_is_as_good_as_none() {
        assertThat(Settings.of(List.of(), Map.of("LUA_HTTP_PORT", " ")).port()).isEqualTo(8080);
    }

    @ParameterizedTest
    @CsvSource({
        "LUA_HTTP_PORT, eighty",
        "LUA_HTTP_PORT, 70000",
        "LUA_HTTP_PORT, -1",
        "LUA_PRODUCTION, perhaps",
        "LUA_LOG_LEVEL, loud",
        "LUA_SECRET_KEY, c2hvcnQ=",
        "LUA_SECRET_KEY, not base64!",
        "LUA_PUBLIC_URL, feedback",
        "LUA_ANALYSIS_WORKERS, 0"
    })
    void a_value_that_cannot_be_used_is_refused_by_the_name_of_its_setting(String variable, String value) {
        assertThatThrownBy(() -> Settings.of(List.of(), Map.of(variable, value)))
                .isInstanceOf(StartProblem.class)
                .hasMessageStartingWith(variable)
                .hasMessageNotContaining("\n");
    }

    @Test
    void an_unknown_option_is_refused() {
        assertThatThrownBy(() -> Settings.of(List.of("--prot", "1"), Map.of()))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("--prot");
    }

    @Test
    void an_option_without_its_value_is_refused() {
        assertThatThrownBy(() -> Settings.of(List.of("--port"), Map.of()))
                .isInstanceOf(StartProblem.class)
                .hasMessage("--port needs a value.");
    }

    @Test
    void no_secret_shows_when_settings_are_printed() {
        String key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

        String printed = Settings.of(List.of(), Map.of("LUA_SECRET_KEY", key, "MONGO_URI", "mongodb://lua:hush@db/lua"))
                .toString();

        assertThat(printed).doesNotContain("hush").doesNotContain("AAEC");
    }

    @Test
    void the_documentation_has_exactly_the_settings_that_there_are() throws IOException {
        String table = Stream.of(Setting.values())
                .map(setting -> "| `%s` | %s | %s | %s |"
                        .formatted(
                                setting.variable(),
                                setting.flag().isEmpty() ? "" : "`" + setting.flag() + "`",
                                setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`",
                                setting.meaning()))
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(Path.of("..", "docs", "settings.md"))).contains(table);
    }
}
