package org.luaplatform.adapters.mongo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

@Timeout(10)
final class ArrivalsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void everything_arrives_in_order_and_then_the_end() throws Exception {
        var arrivals = Arrivals.of(Numbers.below(1_000), 10);

        List<Long> taken = new ArrayList<>();
        for (Optional<Long> next = arrivals.next(PATIENCE); next.isPresent(); next = arrivals.next(PATIENCE)) {
            taken.add(next.get());
        }

        assertThat(taken)
                .containsExactlyElementsOf(LongStream.range(0, 1_000).boxed().toList());
        assertThat(arrivals.next(PATIENCE)).isEmpty();
    }

    @Test
    void no_more_is_asked_for_than_the_demand_allows() throws Exception {
        var numbers = Numbers.below(1_000);
        var arrivals = Arrivals.of(numbers, 10);

        for (int taken = 0; taken < 500; taken++) {
            assertThat(numbers.requested()).isBetween(taken + 1L, taken + 10L);
            assertThat(arrivals.next(PATIENCE)).hasValue((long) taken);
        }
    }

    @Test
    void closing_early_tells_the_publisher_to_stop() throws Exception {
        var numbers = Numbers.below(1_000);
        var arrivals = Arrivals.of(numbers, 10);
        assertThat(arrivals.next(PATIENCE)).hasValue(0L);

        arrivals.close();

        assertThat(numbers.isCancelled()).isTrue();
        assertThat(arrivals.next(PATIENCE)).isEmpty();
    }

    @Test
    void whoever_gets_no_answer_in_time_stops_asking() {
        var numbers = Numbers.silent();
        var arrivals = Arrivals.of(numbers, 10);

        assertThatThrownBy(() -> arrivals.next(Duration.ofMillis(20))).isInstanceOf(TimeoutException.class);

        assertThat(numbers.isCancelled()).isTrue();
    }

    @Test
    void an_interrupted_reader_stops_asking() {
        var numbers = Numbers.silent();
        var arrivals = Arrivals.of(numbers, 10);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> arrivals.next(PATIENCE)).isInstanceOf(InterruptedException.class);

        assertThat(numbers.isCancelled()).isTrue();
    }

    @Test
    void a_failure_arrives_after_what_came_before_it_and_stays() throws Exception {
        var arrivals = Arrivals.of(failingAfterOne(), 10);

        assertThat(arrivals.next(PATIENCE)).hasValue("one");
        assertThatThrownBy(() -> arrivals.next(PATIENCE)).hasMessage("broken");
        assertThatThrownBy(() -> arrivals.next(PATIENCE)).hasMessage("broken");
    }

    @Test
    void a_subscription_that_comes_after_closing_is_cancelled() {
        var late = Numbers.below(5);
        var subscriber = new ArrayList<Subscriber<? super Long>>();
        var arrivals = Arrivals.<Long>of(subscriber::add, 10);
        arrivals.close();

        late.subscribe(subscriber.getFirst());

        assertThat(late.isCancelled()).isTrue();
        assertThat(late.requested()).isZero();
    }

    private static Publisher<String> failingAfterOne() {
        return subscriber -> subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {
                subscriber.onNext("one");
                subscriber.onError(new IllegalStateException("broken"));
            }

            @Override
            public void cancel() {}
        });
    }
}
