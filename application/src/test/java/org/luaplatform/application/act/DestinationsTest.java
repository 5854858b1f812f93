package org.luaplatform.application.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.luaplatform.domain.Expected;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Revision;
import org.luaplatform.domain.Stale;
import org.luaplatform.domain.Versioned;
import org.luaplatform.domain.Violation;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.Destination.Health;
import org.luaplatform.domain.act.Destination.RetiredSecret;
import org.luaplatform.domain.act.Destination.Target.Webhook;
import org.luaplatform.domain.act.DestinationDisabled;
import org.luaplatform.domain.act.DestinationId;
import org.luaplatform.domain.act.DestinationInUse;
import org.luaplatform.domain.act.DestinationNotFound;
import org.luaplatform.domain.act.Event;
import org.luaplatform.domain.act.SigningSecret;
import org.luaplatform.domain.tenancy.MissingScope;
import org.luaplatform.domain.tenancy.OrganizationNotFound;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.Scope;

final class DestinationsTest {

    private final Acting world = new Acting();

    @Test
    void a_new_destination_has_a_secret_that_is_shown_once_and_kept_sealed() {
        NewDestination created = create("Chat", "https://chat.example.org/hook", Optional.empty());

        Destination destination = created.destination().value();
        assertThat(created.secret().key()).hasSize(32);
        assertThat(destination.health()).isEqualTo(new Health.Active(0, world.clock.instant()));
        assertThat(world.stored(destination.id())).isEqualTo(destination);
        assertThat(Webhooks.of(destination).secret().base64())
                .doesNotContain(created.secret().reveal());
        assertThat(secretOf(destination)).isEqualTo(created.secret().reveal());
    }

    @Test
    void a_secret_of_the_organizations_own_is_taken() {
        String secret = SigningSecret.create(new Random(9)).reveal();

        NewDestination created = create("Chat", "https://chat.example.org", Optional.of(secret));

        assertThat(secretOf(created.destination().value())).isEqualTo(secret);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> create(" ", "ftp://chat.example.org", Optional.of("whsec_short")))
                .satisfies(invalid -> assertThat(invalid.violations())
                        .extracting(Violation::toString)
                        .containsExactly(
                                "/name must not be blank",
                                "/url must be an absolute http or https URL",
                                "/secret must be whsec_ followed by base 64"));
    }

    @Test
    void commands_keep_secrets_out_of_logs() {
        String secret = SigningSecret.create(new Random(9)).reveal();
        var create = new CreateDestination.Command(
                world.acme, "Chat", "https://chat.example.org", Optional.of(secret), Optional.empty());
        var rotate = new RotateSecret.Command(new DestinationId("destination1"), Optional.of(secret), Expected.any());

        assertThat(create.toString()).contains("Chat").doesNotContain(secret);
        assertThat(rotate.toString()).contains("destination1").doesNotContain(secret);
    }

    @Test
    void destinations_are_listed_newest_first() {
        Destination older = world.destination("older");
        world.clock.advance(Duration.ofMinutes(1));
        Destination newer = world.destination("newer");

        List<Versioned<Destination>> listed = new ListDestinations(world.stores.destinations())
                .handle(world.manager, new ListDestinations.Query(world.acme, PageRequest.first(10)))
                .items();

        assertThat(listed).extracting(Versioned::value).containsExactly(newer, older);
    }

    @Test
    void a_destination_moves_and_keeps_its_secret() {
        Destination before = world.destination("chat");

        Versioned<Destination> after = edit(before.id(), "Chat 2", "https://elsewhere.example.org", Expected.any());

        assertThat(after.value().name()).isEqualTo("Chat 2");
        assertThat(Webhooks.of(after.value()).url()).isEqualTo(URI.create("https://elsewhere.example.org"));
        assertThat(secretOf(after.value())).isEqualTo(secretOf(before));
        assertThat(after.revision()).isEqualTo(new Revision(1));
    }

    @Test
    void whoever_edits_what_somebody_else_has_changed_is_told() {
        DestinationId id = world.destination("chat").id();
        edit(id, "First", "https://chat.example.org", Expected.exactly(Revision.FIRST));

        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> edit(id, "Second", "https://chat.example.org", Expected.exactly(Revision.FIRST)));
    }

    @Test
    void after_a_rotation_both_secrets_sign_for_a_day() {
        Destination before = world.destination("chat");

        NewDestination after = rotate(before.id(), Optional.empty());

        Webhook webhook = Webhooks.of(after.destination().value());
        assertThat(secretOf(after.destination().value()))
                .isEqualTo(after.secret().reveal())
                .isNotEqualTo(secretOf(before));
        assertThat(webhook.retired())
                .contains(new RetiredSecret(
                        Webhooks.of(before).secret(), world.clock.instant().plus(RotateSecret.BOTH_SIGN)));
    }

    @Test
    void a_secret_that_is_none_is_not_rotated_to() {
        DestinationId id = world.destination("chat").id();

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> rotate(id, Optional.of("whsec_AAAA")))
                .withMessageContaining("/secret");
    }

    @Test
    void enabling_lets_everything_go_on_that_waited() {
        Destination destination = world.destination("chat");
        Delivery delivery = world.enqueued(destination.id());
        world.courier.isGone(destination.id());
        world.dispatchDeliveries().handle();
        assertThat(world.stored(destination.id()).health()).isInstanceOf(Health.Disabled.class);

        world.courier.succeeds(destination.id());
        enable(destination.id());
        world.dispatchDeliveries().handle();

        assertThat(world.stored(destination.id()).health()).isEqualTo(new Health.Active(0, world.clock.instant()));
        assertThat(world.stored(delivery.id()).state()).isInstanceOf(Delivery.State.Delivered.class);
    }

    @Test
    void a_destination_that_rules_use_stays_and_names_them() {
        Destination destination = world.destination("chat");
        world.rule(Acting.FEEDBACK, List.of(), destination.id());

        assertThatExceptionOfType(DestinationInUse.class)
                .isThrownBy(() -> remove(world.manager, destination.id()))
                .withMessageStartingWith("These rules still deliver to it: Rule (test");
        assertThat(world.stores.destinations().find(world.acme, destination.id()))
                .isPresent();
    }

    @Test
    void a_rule_is_found_on_whichever_page_it_stands() {
        Destination busy = world.destination("busy");
        Destination other = world.destination("other");
        world.rule(Acting.FEEDBACK, List.of(), busy.id());
        for (int i = 0; i < PageRequest.MAX_LIMIT + 5; i++) {
            world.clock.advance(Duration.ofSeconds(1));
            world.rule(Acting.FEEDBACK, List.of(), other.id());
        }

        assertThatExceptionOfType(DestinationInUse.class).isThrownBy(() -> remove(world.manager, busy.id()));
    }

    @Test
    void a_destination_goes_and_what_was_on_its_way_is_dead() {
        Destination destination = world.destination("chat");
        Delivery delivery = world.enqueued(destination.id());

        remove(world.manager, destination.id());
        world.dispatchDeliveries().handle();

        assertThat(world.stores.destinations().find(world.acme, destination.id()))
                .isEmpty();
        assertThat(world.stored(delivery.id()).state())
                .isEqualTo(new Delivery.State.Dead("The destination was removed.", world.clock.instant()));
        assertThat(world.courier.carried).isEmpty();
    }

    @Test
    void a_test_is_enqueued_and_shows_in_the_ledger() {
        Destination destination = world.destination("chat");

        Delivery test = test(destination.id());

        assertThat(test.event()).isEqualTo(new Event.Test(world.clock.instant()));
        assertThat(test.rule()).isEmpty();
        assertThat(world.ledger()).containsExactly(test);
        assertThat(world.nudges).hasValue(1);
        assertThat(world.signals.told).containsExactly("enqueued 1");
    }

    @Test
    void a_disabled_destination_is_not_tested() {
        Destination destination = world.destination("chat");
        world.enqueued(destination.id());
        world.courier.isGone(destination.id());
        world.dispatchDeliveries().handle();

        assertThatExceptionOfType(DestinationDisabled.class).isThrownBy(() -> test(destination.id()));
    }

    @Test
    void to_others_they_do_not_exist() {
        DestinationId id = world.destination("chat").id();

        assertThatExceptionOfType(OrganizationNotFound.class)
                .isThrownBy(() -> world.createDestination()
                        .handle(
                                world.stranger,
                                new CreateDestination.Command(
                                        world.acme,
                                        "Chat",
                                        "https://chat.example.org",
                                        Optional.empty(),
                                        Optional.empty())));
        assertThatExceptionOfType(DestinationNotFound.class).isThrownBy(() -> read(world.stranger, id));
        assertThatExceptionOfType(DestinationNotFound.class).isThrownBy(() -> remove(world.stranger, id));
    }

    @Test
    void whoever_may_only_read_changes_nothing() {
        DestinationId id = world.destination("chat").id();
        Principal reader = Acting.holder(world.acme, EnumSet.of(Scope.RULES_READ));

        assertThat(read(reader, id).value().name()).isEqualTo("chat");
        assertThatExceptionOfType(MissingScope.class).isThrownBy(() -> remove(reader, id));
    }

    private NewDestination create(String name, String url, Optional<String> secret) {
        return world.createDestination()
                .handle(world.manager, new CreateDestination.Command(world.acme, name, url, secret, Optional.empty()));
    }

    private Versioned<Destination> read(Principal caller, DestinationId id) {
        return new ReadDestination(world.stores.destinations()).handle(caller, new ReadDestination.Query(id));
    }

    private Versioned<Destination> edit(DestinationId id, String name, String url, Expected expected) {
        return new EditDestination(world.stores.destinations())
                .handle(world.manager, new EditDestination.Command(id, name, url, expected));
    }

    private NewDestination rotate(DestinationId id, Optional<String> secret) {
        return new RotateSecret(world.stores.destinations(), world.box, new Random(11), world.clock)
                .handle(world.manager, new RotateSecret.Command(id, secret, Expected.any()));
    }

    private void enable(DestinationId id) {
        world.enableDestination().handle(world.manager, new EnableDestination.Command(id, Expected.any()));
    }

    private void remove(Principal caller, DestinationId id) {
        new RemoveDestination(world.stores.destinations(), world.stores.rules())
                .handle(caller, new RemoveDestination.Command(id, Expected.any()));
    }

    private Delivery test(DestinationId id) {
        return new TestDestination(
                        world.stores.destinations(),
                        world.stores.deliveries(),
                        world.dispatcher,
                        world.signals,
                        () -> "test",
                        world.clock)
                .handle(world.manager, new TestDestination.Command(id, Optional.empty()));
    }

    private String secretOf(Destination destination) {
        return world.box.open(
                Webhooks.of(destination).secret(), destination.id().value());
    }
}
