package org.luaplatform.adapters.http.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaplatform.domain.act.Courier;
import org.luaplatform.domain.act.Courier.Verdict;
import org.luaplatform.domain.act.Destination.RetiredSecret;
import org.luaplatform.domain.act.Destination.Target;
import org.luaplatform.domain.act.SigningSecret;
import org.luaplatform.domain.tenancy.SealedSecret;

class WebhookCourierTest {

    private static final SigningSecret NEW_SECRET = SigningSecret.create(new Random(7));

    @Test
    void a_message_passes_the_verifier_of_the_specification() throws IOException {
        try (var receiver = TestReceiver.that(TestReceiver.answers(200, "thanks"))) {
            Courier.Outcome outcome = new CourierFixture().deliverTo(receiver.url());

            assertThat(outcome.verdict()).isEqualTo(Verdict.DELIVERED);
            TestReceiver.Request request = receiver.requests().getFirst();
            assertThatCode(() -> verify(request, CourierFixture.SECRET)).doesNotThrowAnyException();
            assertThatExceptionOfType(WebhookVerificationException.class).isThrownBy(() -> verify(request, NEW_SECRET));
        }
    }

    @Test
    void a_message_says_what_it_is() throws IOException {
        try (var receiver = TestReceiver.that(TestReceiver.answers(200, ""))) {
            new CourierFixture().deliverTo(receiver.url());

            TestReceiver.Request request = receiver.requests().getFirst();
            assertThat(request.line()).isEqualTo("POST /hook?token=hidden HTTP/1.1");
            assertThat(request.header("host")).isEqualTo("127.0.0.1:" + receiver.port());
            assertThat(request.header("content-type")).isEqualTo("application/json");
            assertThat(request.header("user-agent")).isEqualTo("LuaPlatform/1.2.3");
            assertThat(request.header("webhook-id")).isEqualTo("delivery1");
            assertThat(request.body()).isEqualTo("""
                            {"type":"destination.test","timestamp":"2026-03-02T12:00:00Z",\
                            "data":{"organizationId":"org1","message":"This is a test."}}""");
        }
    }

    @Test
    void each_attempt_says_the_same() throws IOException {
        try (var receiver = TestReceiver.that(TestReceiver.answers(500, ""))) {
            new CourierFixture().deliverTo(receiver.url());
            new CourierFixture().deliverTo(receiver.url());

            assertThat(receiver.requests())
                    .extracting(TestReceiver.Request::body)
                    .hasSize(2);
            assertThat(receiver.requests().stream()
                            .map(TestReceiver.Request::body)
                            .distinct())
                    .hasSize(1);
            assertThat(receiver.requests())
                    .allSatisfy(
                            request -> assertThat(request.header("webhook-id")).isEqualTo("delivery1"));
        }
    }

    @Test
    void what_was_answered_is_kept() throws IOException {
        try (var receiver = TestReceiver.that(TestReceiver.answers(202, "queued as \u0007 number 17"))) {
            Courier.Outcome outcome = new CourierFixture().deliverTo(receiver.url());

            assertThat(outcome.attempt().status()).contains(202);
            assertThat(outcome.attempt().responseStart()).contains("queued as   number 17");
            assertThat(outcome.attempt().problem()).isEmpty();
            assertThat(outcome.attempt().duration()).isBetween(Duration.ZERO, Duration.ofSeconds(10));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 408, 422, 500, 502, 504})
    void any_other_answer_is_worth_another_try(int status) throws IOException {
        try (var receiver = TestReceiver.that(TestReceiver.answers(status, "Retry-After: 60\r\n", "no"))) {
            Courier.Outcome outcome = new CourierFixture().deliverTo(receiver.url());

            assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
            assertThat(outcome.attempt().problem()).contains("answered " + status);
            assertThat(outcome.retryAfter()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void a_busy_receiver_says_when_to_come_again(int status) throws IOException {
        try (var receiver = TestReceiver.that(TestReceiver.answers(status, "Retry-After: 120\r\n", "busy"))) {
            Courier.Outcome outcome = new CourierFixture().deliverTo(receiver.url());

            assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
            assertThat(outcome.retryAfter()).contains(Duration.ofMinutes(2));
        }
    }

    @Test
    void a_receiver_that_is_gone_wants_no_more() throws IOException {
        try (var receiver = TestReceiver.that(TestReceiver.answers(410, ""))) {
            Courier.Outcome outcome = new CourierFixture().deliverTo(receiver.url());

            assertThat(outcome.verdict()).isEqualTo(Verdict.GONE);
        }
    }

    @Test
    void no_body_is_an_answer_too() throws IOException {
        try (var receiver = TestReceiver.that((_, out) -> TestReceiver.write(out, "HTTP/1.1 204 No Content\r\n\r\n"))) {
            Courier.Outcome outcome = new CourierFixture().deliverTo(receiver.url());

            assertThat(outcome.verdict()).isEqualTo(Verdict.DELIVERED);
            assertThat(outcome.attempt().responseStart()).isEmpty();
        }
    }

    @Test
    void during_a_change_of_secrets_either_verifies() throws IOException {
        try (var receiver = TestReceiver.that(TestReceiver.answers(200, ""))) {
            var changing = webhook(receiver, Instant.now().plusSeconds(60));

            new CourierFixture().courier().deliver(CourierFixture.delivery(), CourierFixture.destination(changing));

            TestReceiver.Request request = receiver.requests().getFirst();
            assertThatCode(() -> verify(request, CourierFixture.SECRET)).doesNotThrowAnyException();
            assertThatCode(() -> verify(request, NEW_SECRET)).doesNotThrowAnyException();
        }
    }

    @Test
    void after_a_change_of_secrets_only_the_new_one_verifies() throws IOException {
        try (var receiver = TestReceiver.that(TestReceiver.answers(200, ""))) {
            var changed = webhook(receiver, Instant.now().minusSeconds(1));

            new CourierFixture().courier().deliver(CourierFixture.delivery(), CourierFixture.destination(changed));

            TestReceiver.Request request = receiver.requests().getFirst();
            assertThatCode(() -> verify(request, NEW_SECRET)).doesNotThrowAnyException();
            assertThatExceptionOfType(WebhookVerificationException.class)
                    .isThrownBy(() -> verify(request, CourierFixture.SECRET));
        }
    }

    @Test
    void a_secret_that_does_not_open_is_a_failure_that_the_ledger_shows() throws IOException {
        try (var receiver = TestReceiver.that(TestReceiver.answers(200, ""))) {
            var sealedElsewhere = new SealedSecret("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
            var webhook = new Target.Webhook(receiver.url(), sealedElsewhere, Optional.empty());

            Courier.Outcome outcome = new CourierFixture()
                    .courier()
                    .deliver(CourierFixture.delivery(), CourierFixture.destination(webhook));

            assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
            assertThat(outcome.attempt().problem())
                    .contains("its signing secret does not open with this installation's key");
            assertThat(receiver.requests()).isEmpty();
        }
    }

    private static Target.Webhook webhook(TestReceiver receiver, Instant retiredUntil) {
        return new Target.Webhook(
                receiver.url(),
                CourierFixture.sealed(NEW_SECRET),
                Optional.of(new RetiredSecret(CourierFixture.sealed(CourierFixture.SECRET), retiredUntil)));
    }

    private static void verify(TestReceiver.Request request, SigningSecret secret) throws WebhookVerificationException {
        Map<String, List<String>> headers = Map.of(
                Webhook.UNBRANDED_MSG_ID_KEY, List.of(request.header("webhook-id")),
                Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, List.of(request.header("webhook-timestamp")),
                Webhook.UNBRANDED_MSG_SIGNATURE_KEY, List.of(request.header("webhook-signature")));
        new Webhook(secret.reveal()).verify(request.body(), headers);
    }
}
