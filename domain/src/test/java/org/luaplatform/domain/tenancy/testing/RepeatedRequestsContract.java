package org.luaplatform.domain.tenancy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.RepeatedRequests;
import org.luaplatform.domain.tenancy.RepeatedRequests.Remembered;
import org.luaplatform.domain.testing.Concurrently;
import org.luaplatform.domain.testing.TestClock;

/// What every adapter of [RepeatedRequests] promises.
public interface RepeatedRequestsContract {

    RepeatedRequests repeatedRequests();

    @Test
    default void a_request_comes_for_the_first_time() {
        assertThat(remember(TestOrganizations.anId(), "key", "print", "id1")).isEqualTo(new Remembered.First());
    }

    @Test
    default void its_repetition_is_told_the_first_ones_id() {
        var organization = TestOrganizations.anId();
        var _ = remember(organization, "key", "print", "id1");

        assertThat(remember(organization, "key", "print", "id2"))
                .isEqualTo(new Remembered.Unanswered("id1", TestClock.NOON));
    }

    @Test
    default void its_repetition_is_told_the_first_ones_answer() {
        var organization = TestOrganizations.anId();
        var _ = remember(organization, "key", "print", "id1");
        String answer = "{\"id\":\"id1\",\"note\":\"ünïcode \\u0000 😀\"}";

        repeatedRequests().answered(organization, new RepeatedRequests.Key("key"), answer);

        assertThat(remember(organization, "key", "print", "id2")).isEqualTo(new Remembered.Answered(answer));
    }

    @Test
    default void the_last_answer_counts() {
        var organization = TestOrganizations.anId();
        var _ = remember(organization, "key", "print", "id1");
        repeatedRequests().answered(organization, new RepeatedRequests.Key("key"), "first");

        repeatedRequests().answered(organization, new RepeatedRequests.Key("key"), "second");

        assertThat(remember(organization, "key", "print", "id2")).isEqualTo(new Remembered.Answered("second"));
    }

    @Test
    default void another_request_under_the_same_key_is_told_so() {
        var organization = TestOrganizations.anId();
        var _ = remember(organization, "key", "print", "id1");

        assertThat(remember(organization, "key", "another print", "id2")).isEqualTo(new Remembered.Different());
        assertThat(remember(organization, "key", "print", "id3"))
                .isEqualTo(new Remembered.Unanswered("id1", TestClock.NOON));
    }

    @Test
    default void keys_differ_by_case_and_by_what_surrounds_them() {
        var organization = TestOrganizations.anId();
        var _ = remember(organization, "key", "print", "id1");

        assertThat(remember(organization, "KEY", "print", "id2")).isEqualTo(new Remembered.First());
        assertThat(remember(organization, " key", "print", "id3")).isEqualTo(new Remembered.First());
        assertThat(remember(organization, "$ke.y/\"'%", "print", "id4")).isEqualTo(new Remembered.First());
    }

    @Test
    default void organizations_do_not_see_each_others_keys() {
        var _ = remember(TestOrganizations.anId(), "key", "print", "id1");

        assertThat(remember(TestOrganizations.anId(), "key", "print", "id2")).isEqualTo(new Remembered.First());
    }

    @Test
    default void an_answer_to_what_nobody_asked_is_dropped() {
        var organization = TestOrganizations.anId();

        repeatedRequests().answered(organization, new RepeatedRequests.Key("key"), "answer");

        assertThat(remember(organization, "key", "print", "id1")).isEqualTo(new Remembered.First());
    }

    @Test
    default void a_request_is_still_known_after_almost_a_day() {
        var organization = TestOrganizations.anId();
        var _ = remember(organization, "key", "print", "id1");
        var later = TestClock.NOON.plus(RepeatedRequests.KEPT).minusSeconds(1);

        var remembered =
                repeatedRequests().remember(organization, new RepeatedRequests.Key("key"), "print", "id2", later);

        assertThat(remembered).isEqualTo(new Remembered.Unanswered("id1", TestClock.NOON));
    }

    @Test
    default void a_request_is_forgotten_after_a_day() {
        var organization = TestOrganizations.anId();
        var _ = remember(organization, "key", "print", "id1");
        repeatedRequests().answered(organization, new RepeatedRequests.Key("key"), "answer");
        var later = TestClock.NOON.plus(RepeatedRequests.KEPT).plusSeconds(1);

        var first = repeatedRequests()
                .remember(organization, new RepeatedRequests.Key("key"), "another print", "id2", later);
        var second = repeatedRequests()
                .remember(
                        organization,
                        new RepeatedRequests.Key("key"),
                        "another print",
                        "id3",
                        later.plus(Duration.ofHours(1)));

        assertThat(first).isEqualTo(new Remembered.First());
        assertThat(second).isEqualTo(new Remembered.Unanswered("id2", later));
    }

    @Test
    default void of_concurrent_requests_under_one_key_one_is_the_first() {
        var organization = TestOrganizations.anId();

        var remembered = Concurrently.call(20, number -> remember(organization, "key", "print", "id" + number));

        assertThat(remembered).filteredOn(Remembered.First.class::isInstance).hasSize(1);
        String winner = "id" + remembered.indexOf(new Remembered.First());
        assertThat(remembered)
                .filteredOn(one -> !(one instanceof Remembered.First))
                .containsOnly(new Remembered.Unanswered(winner, TestClock.NOON));
    }

    @Test
    default void of_concurrent_requests_after_a_day_one_is_the_first() {
        var organization = TestOrganizations.anId();
        var _ = remember(organization, "key", "print", "old");
        var later = TestClock.NOON.plus(RepeatedRequests.KEPT).plusSeconds(1);

        var remembered = Concurrently.call(
                20,
                number -> repeatedRequests()
                        .remember(organization, new RepeatedRequests.Key("key"), "print", "id" + number, later));

        assertThat(remembered).filteredOn(Remembered.First.class::isInstance).hasSize(1);
    }

    private Remembered remember(OrganizationId organization, String key, String fingerprint, String resourceId) {
        return repeatedRequests()
                .remember(organization, new RepeatedRequests.Key(key), fingerprint, resourceId, TestClock.NOON);
    }
}
