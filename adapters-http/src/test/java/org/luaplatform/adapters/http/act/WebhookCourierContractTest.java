package org.luaplatform.adapters.http.act;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.luaplatform.domain.act.Courier;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.testing.CourierContract;

final class WebhookCourierContractTest implements CourierContract {

    private final List<TestReceiver> receivers = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (TestReceiver receiver : receivers) {
            receiver.close();
        }
    }

    @Override
    public Courier courier() {
        return new CourierFixture().waiting(Duration.ofSeconds(2)).courier();
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Destination thatTakes() {
        return listening(TestReceiver.answers(200, "thanks"));
    }

    @Override
    public Destination thatComplains() {
        return listening(TestReceiver.answers(500, "I cannot take any more of this. ".repeat(100)));
    }

    @Override
    public Destination thatIsBusyFor(Duration time) {
        return listening(TestReceiver.answers(429, "Retry-After: " + time.toSeconds() + "\r\n", "busy"));
    }

    @Override
    public Destination thatIsGone() {
        return listening(TestReceiver.answers(410, ""));
    }

    @Override
    public Destination thatHangs() {
        return listening(TestReceiver.hangs());
    }

    @Override
    public Destination thatIsAway() {
        return CourierFixture.destination(URI.create("http://127.0.0.1:" + portThatIsFree() + "/hook"));
    }

    private Destination listening(TestReceiver.Manners manners) {
        TestReceiver receiver = TestReceiver.that(manners);
        receivers.add(receiver);
        return CourierFixture.destination(receiver.url());
    }

    private static int portThatIsFree() {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return server.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
