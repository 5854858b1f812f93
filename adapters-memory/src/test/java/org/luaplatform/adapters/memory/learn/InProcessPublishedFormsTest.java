package org.luaplatform.adapters.memory.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.PublishedForms;
import org.luaplatform.domain.learn.testing.PublishedFormsContract;
import org.luaplatform.domain.learn.testing.TestForms;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.TestClock;

@Timeout(30)
final class InProcessPublishedFormsTest implements PublishedFormsContract {

    private static final Duration KEPT_FOR = Duration.ofSeconds(30);

    private final TestClock clock = new TestClock();
    private final Map<FormId, Form> stored = new ConcurrentHashMap<>();
    private final AtomicInteger lookUps = new AtomicInteger();
    private final Semaphore done = new Semaphore(0);

    @Override
    public PublishedForms publishedForms(Function<FormId, Optional<Form>> store) {
        return new InProcessPublishedForms(store, KEPT_FOR, clock);
    }

    @Test
    void a_form_that_is_old_is_looked_up_before_it_is_shown() {
        var published = publishedForms(this::lookUp);
        Form form = store(TestForms.anOpenForm(TestOrganizations.anId()));
        var _ = published.find(form.id());
        Form changed = store(TestForms.titled(form, "changed"));

        clock.advance(KEPT_FOR);

        assertThat(published.find(form.id())).contains(changed);
    }

    @Test
    void a_form_in_use_is_looked_up_in_the_background_before_it_is_old() throws InterruptedException {
        var published = publishedForms(this::lookUp);
        Form form = store(TestForms.anOpenForm(TestOrganizations.anId()));
        var _ = published.find(form.id());
        Form changed = store(TestForms.titled(form, "changed"));
        clock.advance(KEPT_FOR.multipliedBy(2).dividedBy(3));
        done.drainPermits();

        var meanwhile = published.find(form.id());
        done.acquire();

        assertThat(meanwhile).isPresent();
        assertThat(soon(published, changed)).contains(changed);
        assertThat(lookUps).hasValue(2);
    }

    @Test
    void a_form_that_is_gone_is_gone_once_it_is_old() {
        var published = publishedForms(this::lookUp);
        Form form = store(TestForms.anOpenForm(TestOrganizations.anId()));
        var _ = published.find(form.id());
        stored.clear();

        clock.advance(KEPT_FOR);

        assertThat(published.find(form.id())).isEmpty();
        assertThat(published.find(form.id())).isEmpty();
    }

    @Test
    void old_forms_are_shown_for_as_long_as_the_store_is_away_and_it_is_left_alone_meanwhile() {
        var published = publishedForms(id -> {
            if (stored.isEmpty()) {
                lookUps.incrementAndGet();
                throw new Unavailable("the store");
            }
            return lookUp(id);
        });
        Form form = store(TestForms.anOpenForm(TestOrganizations.anId()));
        var _ = published.find(form.id());
        stored.clear();

        clock.advance(Duration.ofHours(1));
        IntStream.range(0, 100)
                .forEach(_ -> assertThat(published.find(form.id())).contains(form));

        assertThat(lookUps).hasValue(2);
        Form changed = store(TestForms.titled(form, "changed"));
        clock.advance(Duration.ofSeconds(11));
        assertThat(published.find(form.id())).contains(changed);
    }

    @Test
    void a_store_that_hangs_holds_up_callers_once_and_briefly() {
        var never = new CountDownLatch(1);
        var published = publishedForms(id -> {
            if (lookUps.get() > 0) {
                awaitQuietly(never);
            }
            return lookUp(id);
        });
        Form form = store(TestForms.anOpenForm(TestOrganizations.anId()));
        var _ = published.find(form.id());
        clock.advance(KEPT_FOR);

        long start = System.nanoTime();
        IntStream.range(0, 100)
                .forEach(_ -> assertThat(published.find(form.id())).contains(form));
        long took = System.nanoTime() - start;
        never.countDown();

        assertThat(Duration.ofNanos(took)).isBetween(Duration.ofMillis(900), Duration.ofSeconds(3));
    }

    @Test
    void a_failure_that_is_no_outage_is_not_hidden() {
        var published = publishedForms(id -> {
            if (lookUps.get() > 0) {
                throw new IllegalStateException("damaged");
            }
            return lookUp(id);
        });
        Form form = store(TestForms.anOpenForm(TestOrganizations.anId()));
        var _ = published.find(form.id());

        clock.advance(KEPT_FOR);

        assertThatThrownBy(() -> published.find(form.id())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> published.find(TestForms.anId())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void that_there_is_no_form_is_remembered_for_two_seconds() {
        var published = publishedForms(this::lookUp);
        Form form = TestForms.anOpenForm(TestOrganizations.anId());
        var _ = published.find(form.id());
        store(form);

        assertThat(published.find(form.id())).isEmpty();
        clock.advance(Duration.ofSeconds(2));
        assertThat(published.find(form.id())).contains(form);
    }

    @Test
    void a_million_invented_ids_crowd_out_no_form() {
        var published = publishedForms(this::lookUp);
        Form form = store(TestForms.anOpenForm(TestOrganizations.anId()));
        var _ = published.find(form.id());
        IntStream.range(0, 1_000_000).forEach(i -> published.find(new FormId("invented" + i)));
        lookUps.set(0);

        var _ = published.find(form.id());

        assertThat(lookUps).hasValue(0);
    }

    @Test
    void the_forms_that_were_not_used_for_longest_make_room() {
        var published = publishedForms(this::lookUp);
        Form used = store(TestForms.anOpenForm(TestOrganizations.anId()));
        Form unused = store(TestForms.anOpenForm(TestOrganizations.anId()));
        var _ = published.find(unused.id());
        var _ = published.find(used.id());
        clock.advance(Duration.ofSeconds(5));
        var _ = published.find(used.id());
        IntStream.range(0, 1_999)
                .mapToObj(_ -> store(TestForms.anOpenForm(TestOrganizations.anId())))
                .forEach(form -> published.find(form.id()));
        lookUps.set(0);

        var _ = published.find(used.id());
        var _ = published.find(unused.id());

        assertThat(lookUps).hasValue(1);
    }

    @Test
    void forms_cannot_be_kept_for_no_time() {
        assertThatThrownBy(() -> new InProcessPublishedForms(this::lookUp, Duration.ZERO, clock))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Form store(Form form) {
        stored.put(form.id(), form);
        return form;
    }

    private Optional<Form> lookUp(FormId id) {
        try {
            lookUps.incrementAndGet();
            return Optional.ofNullable(stored.get(id));
        } finally {
            done.release();
        }
    }

    private static Optional<Form> soon(PublishedForms published, Form wanted) throws InterruptedException {
        Optional<Form> found = published.find(wanted.id());
        for (int tries = 0; tries < 200 && !found.equals(Optional.of(wanted)); tries++) {
            Thread.sleep(10);
            found = published.find(wanted.id());
        }
        return found;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
