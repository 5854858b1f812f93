package org.luaplatform.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class LanguageTest {

    @Test
    void the_languages_known_by_name_exist() {
        assertThat(Language.UNDETERMINED).hasToString("und");
        assertThat(Language.ENGLISH).hasToString("en");
    }

    @Test
    void a_tag_is_kept_in_lower_case_with_dashes() {
        assertThat(new Language("pt_BR").tag()).isEqualTo("pt-br");
    }

    @Test
    void what_is_no_tag_is_refused() {
        assertThatThrownBy(() -> new Language("english, mostly")).isInstanceOf(Invalid.class);
        assertThat(Language.isTag("english, mostly")).isFalse();
        assertThat(Language.isTag("pt-BR")).isTrue();
    }

    @Test
    void the_primary_language_has_no_region() {
        assertThat(new Language("pt-br").primary()).isEqualTo(new Language("pt"));
        assertThat(Language.ENGLISH.primary()).isSameAs(Language.ENGLISH);
    }
}
