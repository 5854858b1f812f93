package org.luaplatform.domain.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ApiTokenTest {

    @Test
    void has_a_prefix_that_scanners_know_and_64_digits_of_chance() {
        var token = ApiToken.create(() -> 0x0123_4567_89ab_cdefL);

        assertThat(token.reveal()).isEqualTo("lua_" + "efcdab8967452301".repeat(4));
    }

    @Test
    void is_another_each_time() {
        var random = new Random(1);

        assertThat(ApiToken.create(random).reveal())
                .isNotEqualTo(ApiToken.create(random).reveal());
    }

    @Test
    void is_read_back_from_what_was_shown() {
        String shown = ApiToken.create(new Random(2)).reveal();

        assertThat(ApiToken.parse(shown)).map(ApiToken::reveal).contains(shown);
    }

    @Test
    void is_not_made_of_anything_else() {
        String digits = "0123456789abcdef".repeat(4);

        for (String other : new String[] {
            "",
            "lua_",
            digits,
            "lua_" + digits + "0",
            "lua_" + digits.substring(1),
            "LUA_" + digits,
            "lua_" + digits.toUpperCase(Locale.ROOT),
            "lua_" + digits + "\n",
            " lua_" + digits,
            "lua_" + "g".repeat(64)
        }) {
            assertThat(ApiToken.parse(other)).as(other).isEmpty();
        }
    }

    @Test
    void is_stored_as_the_sha_256_of_its_text() {
        var token = ApiToken.parse("lua_" + "0".repeat(64)).orElseThrow();

        assertThat(token.hash().hex()).isEqualTo("1123fcb38af20312f8c41b769e58610b38509a233ee2d2dbe7a403cc10726aeb");
    }

    @Test
    void stays_out_of_logs() {
        assertThat(ApiToken.create(new Random(3))).hasToString("lua_…");
    }

    @Test
    void a_hash_is_a_sha_256_in_hex() {
        for (String other : new String[] {"", "0".repeat(63), "0".repeat(65), "G".repeat(64), "A".repeat(64)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new TokenHash(other));
        }
    }
}
