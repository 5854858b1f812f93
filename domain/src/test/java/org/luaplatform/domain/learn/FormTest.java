package org.luaplatform.domain.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.luaplatform.domain.testing.Refusals.violations;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.learn.testing.TestForms;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.testing.TestClock;

class FormTest {

    private static final OrganizationId ORGANIZATION = new OrganizationId("org");
    private static final Instant NOON = TestClock.NOON;
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final FormSettings CLOSED_SHOP = new FormSettings(false, Set.of());

    private final Form.Draft draft = TestForms.aDraft(ORGANIZATION, NOON);

    @Test
    void a_draft_has_no_version() {
        assertThat(draft.latest()).isEmpty();
    }

    @Test
    void a_published_form_is_open_with_its_first_version() {
        var open = draft.published(LATER);

        assertThat(open)
                .isEqualTo(new Form.Open(
                        draft.id(),
                        ORGANIZATION,
                        draft.content(),
                        draft.settings(),
                        NOON,
                        new FormVersion(draft.id(), 1, draft.content(), LATER)));
        assertThat(open.latest()).contains(open.published());
    }

    @Test
    void a_form_that_asks_nothing_is_not_published() {
        var empty = draft.edited(TestForms.content(), FormSettings.PUBLIC);

        assertThat(violations(() -> empty.published(LATER)))
                .containsExactly("/fields must have at least one field before the form is published");
    }

    @Test
    void an_edit_is_seen_once_it_is_published() {
        var open = draft.published(NOON);

        var edited = open.edited(TestForms.everything(), CLOSED_SHOP);
        var published = edited.published(LATER);

        assertThat(edited.published()).isEqualTo(open.published());
        assertThat(edited.content()).isEqualTo(TestForms.everything());
        assertThat(edited.settings()).isEqualTo(CLOSED_SHOP);
        assertThat(published.published()).isEqualTo(new FormVersion(draft.id(), 2, TestForms.everything(), LATER));
    }

    @Test
    void publishing_again_without_an_edit_is_the_same_version() {
        var open = draft.published(NOON);

        assertThat(open.published(LATER)).isEqualTo(open);
    }

    @Test
    void settings_are_no_part_of_a_version() {
        var open = draft.published(NOON).edited(draft.content(), CLOSED_SHOP);

        assertThat(open.published(LATER).published().number()).isEqualTo(1);
        assertThat(open.published(LATER).settings()).isEqualTo(CLOSED_SHOP);
    }

    @Test
    void a_closed_form_keeps_its_version_and_opens_again_with_it() {
        var open = draft.published(NOON);

        var closed = open.closed();

        assertThat(closed)
                .isEqualTo(new Form.Closed(
                        draft.id(), ORGANIZATION, draft.content(), draft.settings(), NOON, open.published()));
        assertThat(closed.latest()).contains(open.published());
        assertThat(closed.published(LATER)).isEqualTo(open);
    }

    @Test
    void a_form_that_was_edited_while_it_was_closed_opens_with_the_next_version() {
        var closed = draft.published(NOON).closed().edited(TestForms.everything(), CLOSED_SHOP);

        assertThat(closed).isInstanceOf(Form.Closed.class);
        assertThat(closed.published(LATER).published().number()).isEqualTo(2);
        assertThat(closed.settings()).isEqualTo(CLOSED_SHOP);
    }

    @Test
    void an_edit_leaves_a_form_at_its_stage() {
        var edited = draft.edited(TestForms.everything(), CLOSED_SHOP);

        assertThat(edited)
                .isEqualTo(new Form.Draft(draft.id(), ORGANIZATION, TestForms.everything(), CLOSED_SHOP, NOON));
    }

    @Test
    void going_back_to_earlier_words_is_a_new_version() {
        var first = draft.published(NOON);
        var second = first.edited(TestForms.everything(), FormSettings.PUBLIC).published(NOON);

        var third = second.edited(first.content(), FormSettings.PUBLIC).published(LATER);

        assertThat(third.published()).isEqualTo(new FormVersion(draft.id(), 3, first.content(), LATER));
    }

    @Test
    void versions_count_from_one() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FormVersion(draft.id(), 0, draft.content(), NOON));
    }

    @Test
    void settings_tell_which_pages_may_show_the_form() {
        var settings = new FormSettings(true, Set.of("https://shop.example", "http://localhost:8080"));

        assertThat(settings.allowsOrigin("https://shop.example")).isTrue();
        assertThat(settings.allowsOrigin("http://localhost:8080")).isTrue();
        assertThat(settings.allowsOrigin("https://shop.example.evil")).isFalse();
        assertThat(settings.allowsOrigin("http://shop.example")).isFalse();
        assertThat(FormSettings.PUBLIC.allowsOrigin("https://anywhere.example")).isTrue();
        assertThat(FormSettings.PUBLIC.open()).isTrue();
    }

    @Test
    void settings_take_origins_and_nothing_longer() {
        for (String other : List.of("shop.example", "https://", "https://shop.example/", "ftp://a", "*", "null")) {
            assertThat(violations(() -> new FormSettings(true, Set.of(other))))
                    .as(other)
                    .containsExactly(
                            "/allowedOrigins must be web origins such as https://shop.example, without a path");
        }
    }

    @Test
    void settings_name_at_most_a_hundred_origins() {
        Set<String> hundred = origins(100);

        assertThat(new FormSettings(true, hundred).allowedOrigins())
                .hasSize(100)
                .isUnmodifiable();
        assertThat(violations(() -> new FormSettings(true, origins(101))))
                .containsExactly("/allowedOrigins must be at most 100 origins");
    }

    private static Set<String> origins(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "https://shop" + i + ".example")
                .collect(Collectors.toSet());
    }
}
