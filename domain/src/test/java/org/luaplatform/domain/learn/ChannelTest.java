package org.luaplatform.domain.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Invalid;

final class ChannelTest {

    @Test
    void the_channels_known_by_name_exist() {
        assertThat(Channel.API.name()).isEqualTo("api");
        assertThat(Channel.IMPORT.name()).isEqualTo("import");
    }

    @Test
    void a_channel_is_a_short_word() {
        assertThatThrownBy(() -> new Channel("Our Widget!")).isInstanceOf(Invalid.class);
    }
}
