package org.luaplatform.domain.learn.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.PublishedForms;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;
import org.luaplatform.domain.testing.Concurrently;

/// What every adapter of [PublishedForms] promises.
public interface PublishedFormsContract {

    /// One replica's, with nothing at hand so far.
    ///
    /// @param store looks a form up where it is stored
    PublishedForms publishedForms(Function<FormId, Optional<Form>> store);

    @Test
    default void finds_a_form_in_the_store() {
        var store = new Store();
        Form form = store.put(TestForms.anOpenForm(TestOrganizations.anId(), TestForms.everything()));

        assertThat(publishedForms(store).find(form.id())).contains(form);
    }

    @Test
    default void finds_a_form_again_without_asking_the_store() {
        var store = new Store();
        Form form = store.put(TestForms.anOpenForm(TestOrganizations.anId(), TestForms.everything()));
        var published = publishedForms(store);
        var _ = published.find(form.id());

        var again = published.find(form.id());

        assertThat(again).contains(form);
        assertThat(store.lookUps()).isEqualTo(1);
    }

    @Test
    default void does_not_find_what_is_not_stored() {
        assertThat(publishedForms(new Store()).find(TestForms.anId())).isEmpty();
    }

    @Test
    default void a_changed_form_is_seen_once_it_was_forgotten() {
        var store = new Store();
        Form form = store.put(TestForms.anOpenForm(TestOrganizations.anId()));
        var published = publishedForms(store);
        var _ = published.find(form.id());
        Form changed = store.put(TestForms.titled(form, "changed"));

        published.forget(form.id());

        assertThat(published.find(form.id())).contains(changed);
    }

    @Test
    default void a_new_form_is_found_once_it_was_forgotten_that_there_was_none() {
        var store = new Store();
        Form form = TestForms.anOpenForm(TestOrganizations.anId());
        var published = publishedForms(store);
        var _ = published.find(form.id());
        Form stored = store.put(form);

        published.forget(form.id());

        assertThat(published.find(form.id())).contains(stored);
    }

    @Test
    default void forgetting_what_is_not_at_hand_changes_nothing() {
        var store = new Store();
        Form form = store.put(TestForms.anOpenForm(TestOrganizations.anId()));
        var published = publishedForms(store);

        published.forget(form.id());
        published.forget(TestForms.anId());

        assertThat(published.find(form.id())).contains(form);
    }

    @Test
    default void forgetting_one_form_keeps_the_others_at_hand() {
        var store = new Store();
        Form form = store.put(TestForms.anOpenForm(TestOrganizations.anId()));
        Form other = store.put(TestForms.anOpenForm(TestOrganizations.anId()));
        var published = publishedForms(store);
        var _ = published.find(form.id());
        published.forget(other.id());

        var _ = published.find(form.id());

        assertThat(store.lookUps()).isEqualTo(1);
    }

    @Test
    default void a_form_at_hand_is_found_while_the_store_is_away() {
        var store = new Store();
        Form form = store.put(TestForms.anOpenForm(TestOrganizations.anId()));
        var published = publishedForms(store);
        var _ = published.find(form.id());

        store.away.set(true);

        assertThat(published.find(form.id())).contains(form);
    }

    @Test
    default void a_form_that_is_not_at_hand_is_unavailable_while_the_store_is_away() {
        var store = new Store();
        Form form = store.put(TestForms.anOpenForm(TestOrganizations.anId()));
        var published = publishedForms(store);
        store.away.set(true);

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> published.find(form.id()));

        store.away.set(false);
        assertThat(published.find(form.id())).as("afterwards").contains(form);
    }

    @Test
    default void concurrent_callers_of_a_form_that_is_not_at_hand_cause_one_look_up() {
        var store = new Store();
        Form form = store.put(TestForms.anOpenForm(TestOrganizations.anId()));
        var published = publishedForms(id -> {
            sleep(Duration.ofMillis(200));
            return store.apply(id);
        });

        var found = Concurrently.call(50, _ -> published.find(form.id()));

        assertThat(found).hasSize(50).containsOnly(Optional.of(form));
        assertThat(store.lookUps()).isEqualTo(1);
    }

    @Test
    default void concurrent_callers_are_all_told_that_the_store_is_away() {
        var store = new Store();
        store.away.set(true);
        var published = publishedForms(store);
        FormId id = TestForms.anId();

        var told = Concurrently.call(20, _ -> {
            try {
                return published.find(id).isPresent();
            } catch (Unavailable _) {
                return true;
            }
        });

        assertThat(told).containsOnly(true);
    }

    @Test
    default void what_was_looked_up_before_a_change_is_not_kept_after_it() throws Exception {
        var store = new Store();
        Form form = store.put(TestForms.anOpenForm(TestOrganizations.anId()));
        var lookedUp = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var published = publishedForms(id -> {
            Optional<Form> before = store.apply(id);
            lookedUp.countDown();
            await(goOn);
            return before;
        });

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> published.find(form.id()));
            lookedUp.await();
            Form changed = store.put(TestForms.titled(form, "changed"));
            published.forget(form.id());
            goOn.countDown();
            var _ = slow.get();

            assertThat(published.find(form.id())).contains(changed);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /// Where forms are stored, for these tests.
    final class Store implements Function<FormId, Optional<Form>> {

        private final Map<FormId, Form> forms = new ConcurrentHashMap<>();
        private final AtomicInteger lookUps = new AtomicInteger();
        private final AtomicBoolean away = new AtomicBoolean();

        Form put(Form form) {
            forms.put(form.id(), form);
            return form;
        }

        int lookUps() {
            return lookUps.get();
        }

        @Override
        public Optional<Form> apply(FormId id) {
            int _ = lookUps.incrementAndGet();
            if (away.get()) {
                throw new Unavailable("the store");
            }
            return Optional.ofNullable(forms.get(id));
        }
    }
}
