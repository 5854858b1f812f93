package org.luaplatform.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.ConnectionString;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaplatform.adapters.mongo.MongoAdapter.CannotOpen;
import org.luaplatform.adapters.mongo.testing.Engine;
import org.luaplatform.adapters.mongo.testing.OnEachEngine;

/// What the operator is told when MongoDB cannot be used: one line, with the setting and what to do, and no
/// password.
@OnEachEngine
record MongoOpeningTest(Engine engine) {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost:27017",
                "http://lua:s3cret@localhost",
                "mongodb://",
                "mongodb://lua:s3cret@wo:rd@localhost/luaplatform",
                "mongodb://lua:s3cret@localhost:99999/luaplatform"
            })
    void no_connection_string(String uri) {
        assertThat(refusal(uri))
                .isEqualTo("MONGO_URI: this is no MongoDB connection string. Write it like"
                        + " mongodb://user:password@host:27017/luaplatform, with special characters in user and password"
                        + " percent-encoded.");
    }

    @Test
    void nobody_listens() throws IOException {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }

        assertThat(refusal("mongodb://lua:s3cret@127.0.0.1:" + port + "/luaplatform"))
                .isEqualTo("MONGO_URI: no server that takes writes answers at 127.0.0.1:" + port
                        + ". Check the address, that MongoDB runs and can be reached from here.");
    }

    @Test
    void somebody_listens_and_says_nothing() throws IOException {
        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();

            assertThat(refusal("mongodb://127.0.0.1:" + silent.getLocalPort() + "/luaplatform"))
                    .contains("no server that takes writes answers at 127.0.0.1:" + silent.getLocalPort());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void an_unknown_name() {
        assertThat(refusal("mongodb://lua:s3cret@no-such-host.invalid/luaplatform"))
                .isEqualTo("MONGO_URI: the name no-such-host.invalid is not known. Check its spelling.");
    }

    @Test
    void no_tls_where_tls_is_asked_for() {
        String server = new ConnectionString(engine.uri()).getHosts().getFirst();

        assertThat(refusal("mongodb://" + server + "/luaplatform?tls=true"))
                .startsWith("MONGO_URI: no ")
                .contains(server, "TLS");
    }

    @Test
    void a_wrong_password() {
        assumeTrue(engine.isReal(), "mongo-java-server knows no users");
        var address = new ConnectionString(engine.uri());
        var credential = address.getCredential();
        assumeTrue(credential != null, "the server behind MONGO_URI asks for no password");
        String password = new String(credential.getPassword());

        assertThat(refusal(engine.uri().replace(":" + password + "@", ":s3cret@")))
                .startsWith("MONGO_URI: " + address.getHosts().getFirst()
                        + " refuses the user or the password. Check both");
    }

    private static String refusal(String uri) {
        var message = new StringBuilder();
        assertThatExceptionOfType(CannotOpen.class)
                .isThrownBy(() -> MongoAdapter.open(uri, OpenTelemetry.noop()).close())
                .satisfies(refused -> message.append(refused.getMessage()));
        assertThat(message.toString()).doesNotContain("s3cret", "\n");
        return message.toString();
    }
}
