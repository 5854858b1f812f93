package org.luaplatform.domain.act.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.act.Courier;
import org.luaplatform.domain.act.Courier.Outcome;
import org.luaplatform.domain.act.Courier.Verdict;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.Concurrently;
import org.luaplatform.domain.testing.TestClock;

/// What every adapter of [Courier] promises, by receivers of all sorts that the adapter's test sets up.
public interface CourierContract {

    Courier courier();

    /// A receiver that takes everything.
    Destination thatTakes();

    /// A receiver that cannot, and says why at length: more than 500 characters.
    Destination thatComplains();

    /// A receiver that wants to be left alone for so long.
    Destination thatIsBusyFor(Duration time);

    /// A receiver that is there no more, and says so.
    Destination thatIsGone();

    /// A receiver that listens and says nothing, ever.
    Destination thatHangs();

    /// A place where nobody listens.
    Destination thatIsAway();

    /// The longest that an attempt may take, with some room for a slow machine.
    Duration patience();

    @Test
    default void what_is_taken_is_delivered() {
        var outcome = deliver(thatTakes());

        assertThat(outcome.verdict()).isEqualTo(Verdict.DELIVERED);
        assertThat(outcome.retryAfter()).isEmpty();
        assertThat(outcome.attempt().succeeded()).isTrue();
        assertThat(outcome.attempt().duration()).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    @Test
    default void a_receiver_that_cannot_is_worth_another_try() {
        var outcome = deliver(thatComplains());

        assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
        assertThat(outcome.attempt().problem())
                .hasValueSatisfying(problem -> assertThat(problem).isNotBlank());
    }

    @Test
    default void the_beginning_of_what_a_receiver_says_is_kept() {
        var outcome = deliver(thatComplains());

        assertThat(outcome.attempt().responseStart())
                .hasValueSatisfying(start -> assertThat(start).isNotBlank().hasSizeLessThanOrEqualTo(500));
    }

    @Test
    default void a_receiver_may_say_when_to_come_again() {
        var outcome = deliver(thatIsBusyFor(Duration.ofMinutes(2)));

        assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
        assertThat(outcome.retryAfter()).contains(Duration.ofMinutes(2));
        assertThat(outcome.attempt().succeeded()).isFalse();
    }

    @Test
    default void a_receiver_that_is_gone_is_gone() {
        var outcome = deliver(thatIsGone());

        assertThat(outcome.verdict()).isEqualTo(Verdict.GONE);
        assertThat(outcome.attempt().succeeded()).isFalse();
    }

    @Test
    default void a_receiver_that_hangs_is_left_in_time() {
        long start = System.nanoTime();

        var outcome = deliver(thatHangs());

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(patience());
        assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
        assertThat(outcome.attempt().problem()).isPresent();
        assertThat(outcome.attempt().status()).isEmpty();
    }

    @Test
    default void where_nobody_listens_another_try_is_worth_it() {
        var outcome = deliver(thatIsAway());

        assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
        assertThat(outcome.attempt().problem()).isPresent();
        assertThat(outcome.attempt().status()).isEmpty();
    }

    @Test
    default void receivers_that_hang_delay_no_others() {
        var hangs = thatHangs();
        var takes = thatTakes();
        long start = System.nanoTime();

        var outcomes = Concurrently.call(30, number -> deliver(number % 3 == 0 ? takes : hangs));

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(patience().multipliedBy(2));
        assertThat(outcomes)
                .filteredOn(one -> one.verdict() == Verdict.DELIVERED)
                .hasSize(10);
    }

    @Test
    default void news_of_every_kind_is_delivered() {
        var destination = thatTakes();
        var organization = TestOrganizations.anId();

        List<Verdict> verdicts = TestDeliveries.eventsOfAllKinds(organization).stream()
                .map(event -> TestDeliveries.aDelivery(organization, destination.id(), event, TestClock.NOON))
                .map(delivery -> courier().deliver(delivery, destination).verdict())
                .toList();

        assertThat(verdicts).hasSize(4).containsOnly(Verdict.DELIVERED);
    }

    private Outcome deliver(Destination destination) {
        Delivery delivery = Delivery.enqueued(
                TestDeliveries.anId(),
                destination.organization(),
                destination.id(),
                Optional.empty(),
                TestDeliveries.feedbackAnalysed(destination.organization()),
                TestClock.NOON);
        return courier().deliver(delivery, destination);
    }
}
