package org.luaplatform.domain.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaplatform.domain.Invalid;

class SigningSecretTest {

    @Test
    void ours_has_32_random_bytes() {
        SigningSecret one = SigningSecret.create(new Random(1));
        SigningSecret other = SigningSecret.create(new Random(2));

        assertThat(one.key()).hasSize(32).isNotEqualTo(other.key());
        assertThat(one.reveal()).startsWith("whsec_");
    }

    @Test
    void its_text_reads_back() {
        SigningSecret secret = SigningSecret.create(new Random(1));

        assertThat(SigningSecret.parse(secret.reveal()).key()).isEqualTo(secret.key());
    }

    @Test
    void one_without_prefix_is_understood() {
        String base64 = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

        assertThat(SigningSecret.parse(base64).reveal()).isEqualTo("whsec_" + base64);
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 32, 64})
    void from_24_to_64_bytes_are_a_secret(int bytes) {
        assertThat(SigningSecret.parse(base64(bytes)).key()).hasSize(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 23, 65})
    void too_few_or_too_many_bytes_are_none(int bytes) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> SigningSecret.parse(base64(bytes)))
                .withMessageContaining("must be the base 64 of 24 to 64 bytes");
    }

    @Test
    void what_is_not_base_64_is_none() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> SigningSecret.parse("whsec_not base 64!"))
                .withMessageContaining("must be whsec_ followed by base 64");
    }

    @Test
    void it_keeps_itself_out_of_logs() {
        SigningSecret secret = SigningSecret.create(new Random(1));

        assertThat(secret.toString()).isEqualTo("whsec_…");
    }

    @Test
    void whoever_changes_its_bytes_changes_a_copy() {
        SigningSecret secret = SigningSecret.create(new Random(1));
        byte before = secret.key()[0];

        secret.key()[0]++;

        assertThat(secret.key()[0]).isEqualTo(before);
    }

    private static String base64(int bytes) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
    }
}
