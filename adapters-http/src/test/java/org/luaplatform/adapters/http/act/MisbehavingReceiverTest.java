package org.luaplatform.adapters.http.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.luaplatform.adapters.http.edge.AddressRange;
import org.luaplatform.domain.act.Courier;
import org.luaplatform.domain.act.Courier.Verdict;

/// Whatever a receiver does, an attempt ends in time, with a few words about it.
@Timeout(30)
class MisbehavingReceiverTest {

    private static final Duration PATIENCE = Duration.ofMillis(400);
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    /// Knows a certificate for `hooks.example.org`, and trusts it.
    private static SSLContext certified;

    @BeforeAll
    static void certify(@TempDir Path folder) throws Exception {
        certified = TestCertificates.of("hooks.example.org", folder);
    }

    @Test
    void one_that_hangs_is_left() throws IOException {
        try (var receiver = TestReceiver.that(TestReceiver.hangs())) {
            Courier.Outcome outcome = impatient().deliverTo(receiver.url());

            assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
            assertThat(outcome.attempt().problem()).contains("gave no answer within 0.4 s");
            assertThat(outcome.attempt().status()).isEmpty();
            assertThat(outcome.attempt().duration()).isBetween(PATIENCE, AT_MOST);
        }
    }

    @Test
    void one_that_drips_its_answer_byte_by_byte_is_left() throws IOException {
        try (var receiver = TestReceiver.that((_, out) -> {
            for (byte b : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)) {
                out.write(b);
                out.flush();
                Thread.sleep(50);
            }
        })) {
            Courier.Outcome outcome = impatient().deliverTo(receiver.url());

            assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
            assertThat(outcome.attempt().problem()).contains("gave no answer within 0.4 s");
            assertThat(outcome.attempt().duration()).isLessThan(AT_MOST);
        }
    }

    @Test
    void one_that_accepts_and_then_drips_its_body_has_accepted() throws IOException {
        try (var receiver = TestReceiver.that((_, out) -> {
            TestReceiver.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
            while (true) {
                TestReceiver.write(out, "x");
                Thread.sleep(50);
            }
        })) {
            Courier.Outcome outcome = impatient().deliverTo(receiver.url());

            assertThat(outcome.verdict()).isEqualTo(Verdict.DELIVERED);
            assertThat(outcome.attempt().responseStart())
                    .hasValueSatisfying(start -> assertThat(start).matches("x{1,20}"));
            assertThat(outcome.attempt().duration()).isLessThan(AT_MOST);
        }
    }

    @Test
    void one_that_answers_without_end_is_cut_off() throws IOException {
        try (var receiver = TestReceiver.that((_, out) -> {
            TestReceiver.write(out, "HTTP/1.1 500 Broken\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true) {
                TestReceiver.write(out, "1000\r\n" + "é".repeat(2_048) + "\r\n");
            }
        })) {
            Courier.Outcome outcome = patient().deliverTo(receiver.url());

            assertThat(outcome.attempt().problem()).contains("answered 500");
            assertThat(outcome.attempt().responseStart()).contains("é".repeat(500));
            assertThat(outcome.attempt().duration()).isLessThan(AT_MOST);
        }
    }

    @Test
    void one_that_sends_headers_without_end_is_cut_off() throws IOException {
        try (var receiver = TestReceiver.that((_, out) -> {
            TestReceiver.write(out, "HTTP/1.1 200 OK\r\n");
            for (int i = 0; i < 1_000_000; i++) {
                TestReceiver.write(out, "X-Header-%d: value\r\n".formatted(i));
            }
        })) {
            Courier.Outcome outcome = patient().deliverTo(receiver.url());

            assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
            assertThat(outcome.attempt().status()).isEmpty();
            assertThat(outcome.attempt().duration()).isLessThan(AT_MOST);
        }
    }

    @Test
    void one_that_says_to_wait_again_and_again_is_left() throws IOException {
        try (var receiver = TestReceiver.that((_, out) -> {
            while (true) {
                TestReceiver.write(out, "HTTP/1.1 102 Processing\r\n\r\n");
                Thread.sleep(5);
            }
        })) {
            Courier.Outcome outcome = impatient().deliverTo(receiver.url());

            assertThat(outcome.attempt().problem()).contains("gave no answer within 0.4 s");
        }
    }

    @Test
    void one_that_hangs_up_without_a_word_is_tried_again() throws IOException {
        try (var receiver = TestReceiver.that((_, _) -> {})) {
            Courier.Outcome outcome = patient().deliverTo(receiver.url());

            assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
            assertThat(outcome.attempt().problem()).contains("closed the connection without an answer");
        }
    }

    @Test
    void one_that_hangs_up_within_its_status_is_tried_again() throws IOException {
        try (var receiver = TestReceiver.that((_, out) -> TestReceiver.write(out, "HTTP/1.1 2"))) {
            Courier.Outcome outcome = patient().deliverTo(receiver.url());

            assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
        }
    }

    @Test
    void one_that_hangs_up_within_its_body_has_answered() throws IOException {
        try (var receiver = TestReceiver.that(
                (_, out) -> TestReceiver.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nthanks"))) {
            Courier.Outcome outcome = patient().deliverTo(receiver.url());

            assertThat(outcome.verdict()).isEqualTo(Verdict.DELIVERED);
            assertThat(outcome.attempt().responseStart()).contains("thanks");
        }
    }

    @Test
    void one_that_speaks_something_else_is_tried_again() throws IOException {
        try (var receiver = TestReceiver.that((_, out) -> TestReceiver.write(out, "SSH-2.0-OpenSSH_9.6\r\n\r\n"))) {
            Courier.Outcome outcome = patient().deliverTo(receiver.url());

            assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
            assertThat(outcome.attempt().status()).isEmpty();
        }
    }

    @Test
    void nobody_at_home_is_tried_again() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        Courier.Outcome outcome = patient().deliverTo(URI.create("http://127.0.0.1:" + port + "/"));

        assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
        assertThat(outcome.attempt().problem()).contains("did not accept the connection");
    }

    @Test
    void an_unknown_name_is_tried_again() {
        var fixture = patient().resolving(host -> {
            throw new UnknownHostException(host);
        });

        Courier.Outcome outcome = fixture.deliverTo(URI.create("http://hooks.example.org/"));

        assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
        assertThat(outcome.attempt().problem()).contains("has a host name that is not known");
    }

    @Test
    void a_name_server_that_hangs_is_left() {
        var fixture = impatient().resolving(_ -> {
            try {
                Thread.sleep(20_000);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        });

        Courier.Outcome outcome = fixture.deliverTo(URI.create("http://hooks.example.org/"));

        assertThat(outcome.attempt().problem()).contains("gave no answer within 0.4 s");
    }

    @Test
    void redirects_are_not_followed() throws IOException {
        try (var inside = TestReceiver.that(TestReceiver.answers(200, "the crown jewels"));
                var receiver =
                        TestReceiver.that(TestReceiver.answers(307, "Location: %s\r\n".formatted(inside.url()), ""))) {
            Courier.Outcome outcome = patient().deliverTo(receiver.url());

            assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
            assertThat(outcome.attempt().problem()).contains("answered 307; redirects are not followed");
            assertThat(inside.requests()).isEmpty();
        }
    }

    @Test
    void private_addresses_are_not_connected_to() throws IOException {
        try (var inside = TestReceiver.that(TestReceiver.answers(200, "the crown jewels"))) {
            var fixture = patient().allowing(List.of());

            for (String host :
                    List.of("127.0.0.1", "localhost", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0")) {
                Courier.Outcome outcome = fixture.deliverTo(inside.url(host));

                assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
                assertThat(outcome.attempt().problem())
                        .contains("has no public address, and the operator allows no other; nothing was sent");
            }

            assertThat(inside.requests()).isEmpty();
        }
    }

    @Test
    void a_name_that_changes_its_mind_after_the_check_changes_nothing() throws IOException {
        try (var inside = TestReceiver.that(TestReceiver.answers(200, "the crown jewels"));
                var outside = new ServerSocket(inside.port(), 1, InetAddress.ofLiteral("127.0.0.2"))) {
            Queue<String> answers = new ArrayDeque<>(List.of("127.0.0.2", "127.0.0.1", "127.0.0.1"));
            var fixture = impatient()
                    .allowing(List.of(AddressRange.parse("127.0.0.2/32")))
                    .resolving(_ -> List.of(InetAddress.ofLiteral(answers.remove())));

            Courier.Outcome outcome = fixture.deliverTo(inside.url("rebinding.example.org"));

            assertThat(outcome.attempt().problem()).contains("gave no answer within 0.4 s");
            assertThat(answers).hasSize(2);
            assertThat(inside.requests()).isEmpty();
            assertThat(outside.isBound()).isTrue();
        }
    }

    @Test
    void of_several_addresses_only_those_permitted_are_tried() throws IOException {
        try (var inside = TestReceiver.that(TestReceiver.answers(200, "the crown jewels"))) {
            var fixture = patient()
                    .allowing(List.of(AddressRange.parse("127.0.0.2/32")))
                    .resolving(_ -> List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("127.0.0.2")));

            Courier.Outcome outcome = fixture.deliverTo(inside.url("both.example.org"));

            assertThat(outcome.attempt().problem()).contains("did not accept the connection");
            assertThat(inside.requests()).isEmpty();
        }
    }

    @Test
    void of_several_addresses_the_next_is_tried_where_one_is_deaf() throws IOException {
        try (var receiver = TestReceiver.that(TestReceiver.answers(200, ""))) {
            var fixture = patient()
                    .resolving(_ -> List.of(InetAddress.ofLiteral("127.0.0.2"), InetAddress.ofLiteral("127.0.0.1")));

            assertThat(fixture.deliverTo(receiver.url("both.example.org")).verdict())
                    .isEqualTo(Verdict.DELIVERED);
        }
    }

    @Test
    void a_certificate_for_the_name_is_believed() throws IOException {
        try (var receiver = encrypted()) {
            var fixture = patient().resolvingToLoopback().trusting(certified.getSocketFactory());

            Courier.Outcome outcome = fixture.deliverTo(receiver.url("hooks.example.org"));

            assertThat(outcome.attempt().problem()).isEmpty();
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void a_certificate_for_another_name_is_not_believed() throws IOException {
        try (var receiver = encrypted()) {
            var fixture = patient().resolvingToLoopback().trusting(certified.getSocketFactory());

            Courier.Outcome outcome = fixture.deliverTo(receiver.url("other.example.org"));

            assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
            assertThat(outcome.attempt().problem())
                    .hasValueSatisfying(problem -> assertThat(problem).startsWith("could not be talked to by TLS:"));
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_not_believed() throws IOException {
        try (var receiver = encrypted()) {
            var fixture = patient().resolvingToLoopback();

            Courier.Outcome outcome = fixture.deliverTo(receiver.url("hooks.example.org"));

            assertThat(outcome.attempt().problem())
                    .hasValueSatisfying(problem -> assertThat(problem).startsWith("could not be talked to by TLS:"));
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void one_that_should_encrypt_and_does_not_is_told_nothing() throws IOException {
        try (var receiver = TestReceiver.that(TestReceiver.answers(200, ""))) {
            URI https = URI.create("https://127.0.0.1:%d/".formatted(receiver.port()));

            Courier.Outcome outcome = impatient().deliverTo(https);

            assertThat(outcome.verdict()).isEqualTo(Verdict.RETRY);
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void one_that_hangs_within_the_handshake_is_left() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI https = URI.create("https://127.0.0.1:%d/".formatted(silent.getLocalPort()));

            Courier.Outcome outcome = impatient().deliverTo(https);

            assertThat(outcome.attempt().problem()).contains("gave no answer within 0.4 s");
        }
    }

    @Test
    void whoever_waits_for_the_answer_can_be_interrupted() throws Exception {
        try (var receiver = TestReceiver.that(TestReceiver.hangs())) {
            Thread waiting = Thread.ofVirtual().start(() -> patient().deliverTo(receiver.url()));

            waiting.interrupt();

            assertThat(waiting.join(AT_MOST)).isTrue();
        }
    }

    private static CourierFixture patient() {
        return new CourierFixture();
    }

    private static CourierFixture impatient() {
        return new CourierFixture().waiting(PATIENCE);
    }

    private static TestReceiver encrypted() {
        return TestReceiver.encrypted(certified.getServerSocketFactory(), TestReceiver.answers(200, ""));
    }
}
