package org.luaplatform.application.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.FormSettings;
import org.luaplatform.domain.testing.TestIds;

/// Which pages may show and submit a form.
class CheckOriginTest {

    private static final String SHOP = "https://shop.example";

    private final LearnFixture given = new LearnFixture();
    private final CheckOrigin checkOrigin = new CheckOrigin(given.published);

    private FormId draft(FormSettings settings) {
        return given.createForm
                .handle(
                        given.analyst,
                        new CreateForm.Command(given.acme, LearnFixture.content("Visit"), settings, Optional.empty()))
                .value()
                .id();
    }

    private FormId open(FormSettings settings) {
        FormId id = draft(settings);
        Form published = given.publish(id).value();
        assertThat(published).isInstanceOf(Form.Open.class);
        return id;
    }

    private CheckOrigin.Verdict verdict(FormId form, String origin) {
        return checkOrigin.handle(new CheckOrigin.Query(form, origin));
    }

    @Test
    void a_form_that_names_no_origin_is_open_to_all() {
        assertThat(verdict(open(FormSettings.PUBLIC), SHOP)).isEqualTo(CheckOrigin.Verdict.OPEN_TO_ALL);
    }

    @Test
    void a_form_that_names_origins_is_open_to_these() {
        FormId form = open(new FormSettings(true, Set.of(SHOP)));

        assertThat(verdict(form, SHOP)).isEqualTo(CheckOrigin.Verdict.ALLOWED);
        assertThat(verdict(form, "https://evil.example")).isEqualTo(CheckOrigin.Verdict.REFUSED);
    }

    @Test
    void a_page_may_learn_that_a_form_is_closed() {
        FormId form = open(new FormSettings(true, Set.of(SHOP)));
        given.closeForm.handle(given.analyst, new CloseForm.Command(form, Expected.any()));

        assertThat(verdict(form, SHOP)).isEqualTo(CheckOrigin.Verdict.ALLOWED);
    }

    @Test
    void what_is_not_for_everybody_is_not_there_for_a_page() {
        assertThat(verdict(draft(FormSettings.PUBLIC), SHOP)).isEqualTo(CheckOrigin.Verdict.UNKNOWN);
        assertThat(verdict(open(new FormSettings(false, Set.of(SHOP))), SHOP)).isEqualTo(CheckOrigin.Verdict.UNKNOWN);
        assertThat(verdict(new FormId(TestIds.next()), SHOP)).isEqualTo(CheckOrigin.Verdict.UNKNOWN);
    }
}
