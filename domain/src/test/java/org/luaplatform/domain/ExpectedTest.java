package org.luaplatform.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ExpectedTest {

    @Test
    void revisions_count_from_nought() {
        assertThat(Revision.FIRST.value()).isZero();
        assertThat(Revision.FIRST.next()).isEqualTo(new Revision(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Revision(-1)).withMessageContaining("-1");
    }

    @Test
    void whoever_expects_anything_takes_any_revision() {
        assertThatCode(() -> Expected.any().check(new Revision(7))).doesNotThrowAnyException();
    }

    @Test
    void whoever_expects_a_revision_takes_that_one() {
        assertThatCode(() -> Expected.exactly(new Revision(7)).check(new Revision(7)))
                .doesNotThrowAnyException();
    }

    @Test
    void another_revision_than_expected_is_stale() {
        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> Expected.exactly(new Revision(7)).check(new Revision(8)))
                .satisfies(stale -> assertThat(stale.code()).isEqualTo("stale"));
    }
}
