package org.luaplatform.domain.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

    private static final String SECRET = "whsec_ünïcode 😀";

    private final SecretBox box = new SecretBox(key(1), new Random(1));

    @Test
    void opens_what_it_sealed() {
        assertThat(box.open(box.seal(SECRET, "owner"), "owner")).isEqualTo(SECRET);
        assertThat(box.open(box.seal("", "owner"), "owner")).isEmpty();
    }

    @Test
    void opens_what_another_box_with_the_same_key_sealed() {
        var sealed = new SecretBox(key(1), new Random(2)).seal(SECRET, "owner");

        assertThat(box.open(sealed, "owner")).isEqualTo(SECRET);
    }

    @Test
    void seals_the_same_secret_differently_each_time() {
        assertThat(box.seal(SECRET, "owner")).isNotEqualTo(box.seal(SECRET, "owner"));
    }

    @Test
    void keeps_the_secret_out_of_what_is_stored_and_logged() {
        var sealed = box.seal("correct horse", "owner");

        assertThat(new String(Base64.getDecoder().decode(sealed.base64()), StandardCharsets.ISO_8859_1))
                .doesNotContain("horse");
        assertThat(sealed).hasToString("SealedSecret");
    }

    @Test
    void opens_nothing_of_another_owner() {
        var sealed = box.seal(SECRET, "owner");

        assertThatIllegalStateException().isThrownBy(() -> box.open(sealed, "other"));
    }

    @Test
    void opens_nothing_that_was_sealed_under_another_key() {
        var sealed = new SecretBox(key(2), new Random(1)).seal(SECRET, "owner");

        assertThatIllegalStateException().isThrownBy(() -> box.open(sealed, "owner"));
    }

    @Test
    void opens_nothing_that_was_tampered_with() {
        byte[] bytes = Base64.getDecoder().decode(box.seal(SECRET, "owner").base64());

        for (int i = 0; i < bytes.length; i++) {
            byte[] tampered = bytes.clone();
            tampered[i] ^= 1;
            assertThatIllegalStateException().isThrownBy(() -> box.open(sealed(tampered), "owner"));
        }
    }

    @Test
    void opens_nothing_that_was_cut_off_or_never_sealed() {
        byte[] bytes = Base64.getDecoder().decode(box.seal(SECRET, "owner").base64());

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatIllegalStateException().isThrownBy(() -> box.open(sealed(cut), "owner"));
        }
        assertThatIllegalStateException().isThrownBy(() -> box.open(new SealedSecret("no base 64!"), "owner"));
    }

    @Test
    void needs_a_key_of_32_bytes() {
        for (int length : new int[] {0, 16, 31, 33}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SecretBox(new byte[length], new Random(1)))
                    .withMessageContaining("not " + length);
        }
    }

    private static SealedSecret sealed(byte[] bytes) {
        return new SealedSecret(Base64.getEncoder().encodeToString(bytes));
    }

    private static byte[] key(int seed) {
        byte[] key = new byte[32];
        new Random(seed).nextBytes(key);
        return key;
    }
}
