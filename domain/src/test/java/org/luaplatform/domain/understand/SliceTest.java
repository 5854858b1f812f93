package org.luaplatform.domain.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.learn.Channel;
import org.luaplatform.domain.learn.FormId;

final class SliceTest {

    @Test
    void a_slice_selects_its_buckets_by_the_primary_language() {
        var slice = new Slice(
                Optional.of(new FormId("visit")), Optional.of(Channel.API), Optional.of(new Language("pt-BR")));
        LocalDate from = LocalDate.parse("2026-03-01");
        LocalDate to = LocalDate.parse("2026-03-31");

        var selection = slice.of(Bucket.Kind.TOPICS, from, to);

        assertThat(selection)
                .isEqualTo(new Buckets.Selection(
                        Bucket.Kind.TOPICS,
                        from,
                        to,
                        Optional.of(new FormId("visit")),
                        Optional.of(Channel.API),
                        Optional.of(new Language("pt"))));
    }
}
