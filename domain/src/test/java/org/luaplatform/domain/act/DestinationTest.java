package org.luaplatform.domain.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Violation;
import org.luaplatform.domain.act.Destination.Target.Webhook;
import org.luaplatform.domain.tenancy.SealedSecret;

class DestinationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.org",
                "http://hooks.example.org:8080/path?token=1",
                "HTTPS://[2001:db8::1]/",
                " https://hooks.example.org/ ",
                "https://hooks.example.org:65535/"
            })
    void messages_go_to_absolute_http_urls(String text) {
        assertThat(Webhook.address(text)).isEqualTo(URI.create(text.strip()));
    }

    @ParameterizedTest
    @CsvSource({
        "'', must be an absolute http or https URL",
        "hooks.example.org, must be an absolute http or https URL",
        "/path, must be an absolute http or https URL",
        "ftp://hooks.example.org, must be an absolute http or https URL",
        "file:///etc/passwd, must be an absolute http or https URL",
        "https:///path, must be an absolute http or https URL",
        "https://not a url, must be an absolute http or https URL",
        "https://user:secret@hooks.example.org, must have neither user info nor fragment",
        "https://hooks.example.org/#part, must have neither user info nor fragment",
        "https://hooks.example.org:65536/, must have a port between 1 and 65535",
        "https://hooks.example.org:0/, must have a port between 1 and 65535"
    })
    void messages_go_nowhere_else(String text, String message) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> Webhook.address(text))
                .satisfies(invalid -> assertThat(invalid.violations())
                        .extracting(Violation::message)
                        .containsExactly(message));
    }

    @Test
    void a_url_has_at_most_2000_characters() {
        String longest = "https://hooks.example.org/".concat("x".repeat(2_000 - 26));

        assertThat(Webhook.address(longest).toString()).hasSize(2_000);
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> Webhook.address(longest + "x"))
                .withMessageContaining("must have at most 2000 characters");
    }

    @Test
    void a_stored_webhook_passes_the_same_gate() {
        var secret = new SealedSecret("c2VhbGVk");

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> new Webhook(URI.create("ftp://hooks.example.org"), secret, Optional.empty()))
                .satisfies(invalid -> assertThat(invalid.violations())
                        .extracting(Violation::toString)
                        .containsExactly("/url must be an absolute http or https URL"));
    }
}
