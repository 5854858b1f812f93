package org.luaplatform.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.OpenTelemetry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever sets Redis up wrongly is told so in one line that names the setting, and never reads a password in it.
@Timeout(60)
final class RedisSetupTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost:6379",
                "http://localhost",
                "redis://",
                "redis://host:port",
                "redis://host:99999999",
                "redis://a:6379,",
                "redis-sentinel://a:26379"
            })
    void an_address_that_is_none(String setting) {
        assertProblem(setting, "redis");
    }

    @Test
    void nobody_at_the_address() {
        assertProblem("redis://:secret@127.0.0.1:" + TestRedis.freePort(), "no Redis answers at 127.0.0.1:");
    }

    @Test
    void no_such_host() {
        assertProblem("redis://:secret@no-such-host.invalid:6379", "no host of the name in no-such-host.invalid");
    }

    @Test
    void a_password_that_is_refused_missing_or_needless() {
        try (var redis = TestRedis.started("requirepass right")) {
            assertProblem(redis.uri().replace("://", "://:secret@"), "refuses the password");
            assertProblem(redis.uri(), "refuses the password");
            RedisAdapter.connect(redis.uri().replace("://", "://:right@"), OpenTelemetry.noop())
                    .close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "~other:* &lua:* +@all",
                "~lua:* &other:* +@all",
                "~lua:* &lua:* +@all -@write",
                "~lua:* &lua:* +@all -@scripting",
                "~lua:* &lua:* +@all -subscribe"
            })
    void a_user_who_may_not_do_enough(String permissions) {
        try (var redis = TestRedis.started("user narrow on >secret resetchannels " + permissions)) {
            assertProblem(redis.uri().replace("://", "://narrow:secret@"), "may not do what is needed");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "~lua:* &lua:* +@read +@write +@connection +@pubsub +@scripting",
                "~lua:* &lua:* +@all -@admin -@dangerous"
            })
    void a_user_who_may_do_just_enough(String permissions) {
        try (var redis = TestRedis.started("user app on >secret resetchannels " + permissions);
                var adapter =
                        RedisAdapter.connect(redis.uri().replace("://", "://app:secret@"), OpenTelemetry.noop())) {
            assertThatCode(adapter::ping).doesNotThrowAnyException();
        }
    }

    @Test
    void several_servers_that_are_no_cluster() {
        try (var one = TestRedis.started();
                var other = TestRedis.started()) {
            assertProblem(one.uri() + ",127.0.0.1:" + other.port(), "no nodes of a cluster");
        }
    }

    @Test
    void a_server_that_speaks_no_tls() {
        try (var redis = TestRedis.started()) {
            assertProblem(redis.uri().replace("redis:", "rediss:"), "TLS");
        }
    }

    private static void assertProblem(String setting, String expected) {
        assertThatThrownBy(() -> RedisAdapter.connect(setting, OpenTelemetry.noop()))
                .isInstanceOf(RedisSetupProblem.class)
                .hasMessageStartingWith("REDIS_URI")
                .hasMessageContaining(expected)
                .satisfies(problem -> assertThat(problem.getMessage())
                        .doesNotContain("secret", "\n")
                        .endsWith("."));
    }
}
