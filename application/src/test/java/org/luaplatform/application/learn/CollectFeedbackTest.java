package org.luaplatform.application.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Violation;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormNotOpen;
import org.luaplatform.domain.learn.Origin;
import org.luaplatform.domain.learn.RequestReused;
import org.luaplatform.domain.tenancy.LiveEvents;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.testing.TestIds;
import org.luaplatform.domain.understand.FeedbackEntry;
import org.luaplatform.domain.understand.FeedbackFilter;

class CollectFeedbackTest {

    private final LearnFixture given = new LearnFixture();
    private final Form form = given.anOpenForm();
    private final CollectFeedback collectFeedback = new CollectFeedback(
            given.published,
            given.stores.feedbackInbox(),
            TestIds::next,
            given.clock,
            given.live(),
            given.signals,
            given.nudges::incrementAndGet);

    @Test
    void anybody_may_answer_an_open_form() {
        CollectFeedback.Receipt receipt = collect("Shorter queues", 2, Optional.empty());

        FeedbackEntry entry =
                given.stores.feedbackEntries().find(given.acme, receipt.id()).orElseThrow();
        assertThat(entry.feedback().answers().words()).containsValue("Shorter queues");
        assertThat(entry.feedback().satisfaction()).get().extracting("percent").isEqualTo(25);
        assertThat(receipt.formVersion()).isEqualTo(1);
        assertThat(receipt.receivedAt()).isEqualTo(given.clock.instant());
    }

    @Test
    void news_of_it_is_told_and_the_analysis_is_woken() {
        CollectFeedback.Receipt receipt = collect("Good", 5, Optional.empty());

        assertThat(given.nudges).hasValue(1);
        assertThat(given.signals.collected).hasValue(1);
        assertThat(given.news)
                .extracting(LiveEvents.News::type, told -> told.facts().get("feedback"))
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "feedback.received", receipt.id().value()));
    }

    @Test
    void answers_that_do_not_fit_are_refused_and_nothing_is_stored() {
        assertThatThrownBy(() -> collect("x", 6, Optional.empty())).isInstanceOf(Invalid.class);

        assertThat(everything()).isEmpty();
    }

    @Test
    void a_closed_form_takes_no_more_answers() {
        given.closeForm.handle(given.analyst, new CloseForm.Command(form.id(), Expected.any()));

        assertThatThrownBy(() -> collect("Too late", 1, Optional.empty())).isInstanceOf(FormNotOpen.class);
    }

    @Test
    void a_repeated_request_gets_the_first_answer_and_stores_nothing_more() {
        Optional<Origin> origin = Optional.of(Origin.ofRequest("k-1", "abc"));
        CollectFeedback.Receipt first = collect("Once", 4, origin);
        given.clock.advance(Duration.ofHours(1));

        CollectFeedback.Receipt second = collect("Once", 4, origin);

        assertThat(second).isEqualTo(first);
        assertThat(everything()).hasSize(1);
        assertThat(given.signals.collected).hasValue(1);
    }

    @Test
    void another_content_under_the_same_key_is_refused() {
        collect("One", 4, Optional.of(Origin.ofRequest("k-1", "abc")));

        assertThatThrownBy(() -> collect("Two", 4, Optional.of(Origin.ofRequest("k-1", "xyz"))))
                .isInstanceOf(RequestReused.class);
    }

    @Test
    void a_key_may_be_used_again_after_a_day() {
        CollectFeedback.Receipt first = collect("One", 4, Optional.of(Origin.ofRequest("k-1", "abc")));
        given.clock.advance(Duration.ofHours(25));

        CollectFeedback.Receipt second = collect("Two", 4, Optional.of(Origin.ofRequest("k-1", "xyz")));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(everything()).hasSize(2);
    }

    @Test
    void what_was_wrong_before_and_what_the_form_finds_is_told_together() {
        var fault = new Violation(Pointer.to("channel"), "must be a channel");
        var command = new CollectFeedback.Command(
                form.id(), LearnFixture.saying("Fine", 9), Optional.empty(), List.of(fault));

        assertThatThrownBy(() -> collectFeedback.handle(new Principal.Anonymous(), command))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(violation -> violation.pointer().value())
                                .containsExactly("/channel", "/answers/score"));
        assertThat(everything()).isEmpty();
    }

    private CollectFeedback.Receipt collect(String why, int score, Optional<Origin> origin) {
        return collectFeedback.handle(
                new Principal.Anonymous(),
                new CollectFeedback.Command(form.id(), LearnFixture.saying(why, score), origin));
    }

    private List<FeedbackEntry> everything() {
        return given.stores
                .feedbackEntries()
                .search(given.acme, FeedbackFilter.ALL, PageRequest.first(100))
                .items();
    }
}
