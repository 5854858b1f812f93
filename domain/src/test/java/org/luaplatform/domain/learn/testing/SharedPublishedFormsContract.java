package org.luaplatform.domain.learn.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.PublishedForms;
import org.luaplatform.domain.tenancy.testing.TestOrganizations;

/// What an adapter of [PublishedForms] promises besides, if replicas hear each other. Each call of
/// [#publishedForms] makes another replica.
public interface SharedPublishedFormsContract extends PublishedFormsContract {

    @Test
    default void a_change_on_one_replica_is_seen_on_the_others() throws InterruptedException {
        var store = new Store();
        Form form = store.put(TestForms.anOpenForm(TestOrganizations.anId()));
        var here = publishedForms(store);
        var elsewhere = publishedForms(store);
        assertThat(here.find(form.id())).contains(form);
        assertThat(elsewhere.find(form.id())).contains(form);
        Form changed = store.put(TestForms.titled(form, "changed"));

        here.forget(form.id());

        assertThat(here.find(form.id())).contains(changed);
        assertThat(soonFound(elsewhere, changed)).contains(changed);
    }

    private static Optional<Form> soonFound(PublishedForms published, Form wanted) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        Optional<Form> found = published.find(wanted.id());
        while (!found.equals(Optional.of(wanted)) && Instant.now().isBefore(end)) {
            Thread.sleep(20);
            found = published.find(wanted.id());
        }
        return found;
    }
}
