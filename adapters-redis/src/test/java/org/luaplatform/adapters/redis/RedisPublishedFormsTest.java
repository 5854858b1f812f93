package org.luaplatform.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.luaplatform.adapters.memory.learn.InProcessPublishedForms;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.PublishedForms;
import org.luaplatform.domain.learn.testing.SharedPublishedFormsContract;
import org.luaplatform.domain.learn.testing.TestForms;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;

@Timeout(60)
final class RedisPublishedFormsTest implements SharedPublishedFormsContract {

    private final List<RedisAdapter> replicas = new ArrayList<>();
    private final Cable cable = new Cable(TestRedis.shared());
    private final Map<FormId, Form> stored = new ConcurrentHashMap<>();
    private final AtomicInteger lookUps = new AtomicInteger();

    @AfterEach
    void close() {
        replicas.forEach(RedisAdapter::close);
        cable.close();
    }

    @Override
    public PublishedForms publishedForms(Function<FormId, Optional<Form>> store) {
        return replica(TestRedis.shared().toString(), store);
    }

    @Test
    void what_one_replica_looked_up_the_others_need_not() {
        Form form = store(TestForms.anOpenForm(TestOrganizations.anId(), TestForms.everything()));
        assertThat(publishedForms(this::lookUp).find(form.id())).contains(form);

        var found = publishedForms(this::lookUp).find(form.id());

        assertThat(found).contains(form);
        assertThat(lookUps).hasValue(1);
    }

    @Test
    void an_old_form_is_not_shared_again_by_a_look_up_that_began_before_the_change() throws Exception {
        Form form = store(TestForms.anOpenForm(TestOrganizations.anId()));
        var lookedUp = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        PublishedForms slow = publishedForms(id -> {
            Optional<Form> before = lookUp(id);
            lookedUp.countDown();
            awaitQuietly(goOn);
            return before;
        });
        PublishedForms other = publishedForms(this::lookUp);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = threads.submit(() -> slow.find(form.id()));
            lookedUp.await();
            Form changed = store(TestForms.titled(form, "changed"));
            other.forget(form.id());
            goOn.countDown();
            begun.get();

            assertThat(publishedForms(this::lookUp).find(form.id())).contains(changed);
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> slow.find(form.id()).equals(Optional.of(changed)));
        }
    }

    @Test
    void forms_are_found_and_changed_while_redis_is_away() {
        PublishedForms published = replica(cable.uri(), this::lookUp);
        Form near = store(TestForms.anOpenForm(TestOrganizations.anId()));
        Form far = store(TestForms.anOpenForm(TestOrganizations.anId()));
        var _ = published.find(near.id());

        cable.cut();

        assertThat(published.find(near.id())).contains(near);
        assertThat(published.find(far.id())).contains(far);
        Form changed = store(TestForms.titled(near, "changed"));
        published.forget(near.id());
        assertThat(published.find(near.id())).contains(changed);
    }

    @Test
    void changes_are_heard_of_again_once_redis_is_back() {
        PublishedForms here = replica(cable.uri(), this::lookUp);
        PublishedForms elsewhere = publishedForms(this::lookUp);
        Form form = store(TestForms.anOpenForm(TestOrganizations.anId()));
        cable.cut();
        assertThat(here.find(form.id())).contains(form);

        cable.mend();

        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    Form changed = store(TestForms.titled(form, "changed " + System.nanoTime()));
                    elsewhere.forget(form.id());
                    Thread.sleep(100);
                    return here.find(form.id()).equals(Optional.of(changed));
                });
    }

    @Test
    void a_redis_that_says_nothing_is_given_up_and_found_again() {
        PublishedForms here = replica(cable.uri(), this::lookUp);
        PublishedForms elsewhere = publishedForms(this::lookUp);
        Form form = store(TestForms.anOpenForm(TestOrganizations.anId()));
        assertThat(here.find(form.id())).contains(form);

        cable.die();
        Form changed = store(TestForms.titled(form, "changed"));
        here.forget(form.id());
        assertThat(here.find(form.id())).contains(changed);
        cable.mend();

        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    Form again = store(TestForms.titled(form, "changed " + System.nanoTime()));
                    elsewhere.forget(form.id());
                    Thread.sleep(100);
                    return here.find(form.id()).equals(Optional.of(again));
                });
    }

    @Test
    void a_shared_copy_that_cannot_be_read_is_no_copy() {
        Form form = store(TestForms.anOpenForm(TestOrganizations.anId()));
        try (var redis = RedisClient.create(TestRedis.shared().toString())) {
            redis.connect().sync().set("lua:form:{" + form.id() + "}", "{\"v\":99}");
        }

        assertThat(publishedForms(this::lookUp).find(form.id())).contains(form);
    }

    private PublishedForms replica(String uri, Function<FormId, Optional<Form>> store) {
        var adapter = RedisAdapter.connect(uri, OpenTelemetry.noop());
        replicas.add(adapter);
        return adapter.publishedForms(
                store,
                lookUp ->
                        new InProcessPublishedForms(lookUp, RedisAdapter.NEAR_FORMS_KEPT_FOR, InstantSource.system()));
    }

    private Form store(Form form) {
        stored.put(form.id(), form);
        return form;
    }

    private Optional<Form> lookUp(FormId id) {
        lookUps.incrementAndGet();
        return Optional.ofNullable(stored.get(id));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
