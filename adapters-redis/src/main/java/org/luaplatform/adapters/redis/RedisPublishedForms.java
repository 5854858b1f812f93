package org.luaplatform.adapters.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.KeyValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.MalformedJson;
import org.luaplatform.adapters.documents.learn.FormDocument;
import org.luaplatform.domain.Text;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.learn.Form;
import org.luaplatform.domain.learn.FormId;
import org.luaplatform.domain.learn.PublishedForms;

/// Published forms in three places: near, in each replica; shared, in Redis, so that replicas do not all ask the
/// store; and the store. Whoever forgets a form removes the shared copy and has every replica forget its near one.
///
/// Beside the shared copy stands the form's generation, which each forgetting moves on. A look-up that began before
/// a change notes the generation then, and what it found in the store is shared only if that still holds: the old
/// form is not put back. While Redis is away, near copies and the store do without it.
final class RedisPublishedForms implements PublishedForms {

    /// Near copies are kept for 10 seconds, so that after a change which Redis did not hear of, the old form is
    /// gone everywhere within 30.
    private static final Duration SHARED_FOR = Duration.ofSeconds(15);

    /// Longer than any look-up takes.
    private static final Duration GENERATION_KEPT_FOR = Duration.ofMinutes(10);

    private static final String CHANGED = "lua:forms";

    private static final Script SHARE = Script.of("share-form", """
            if (redis.call('GET', KEYS[2]) or '') == ARGV[1] then
              redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
            end
            return {}
            """);

    private static final Script FORGET = Script.of("forget-form", """
            redis.call('DEL', KEYS[1])
            redis.call('INCR', KEYS[2])
            redis.call('PEXPIRE', KEYS[2], ARGV[1])
            redis.call('PUBLISH', ARGV[2], ARGV[3])
            return {}
            """);

    private final RedisCalls calls;
    private final Function<FormId, Optional<Form>> store;
    private final PublishedForms near;

    /// @param near makes near copies of what it is given a look-up for
    RedisPublishedForms(
            RedisCalls calls,
            RedisChannels channels,
            Function<FormId, Optional<Form>> store,
            Function<Function<FormId, Optional<Form>>, PublishedForms> near) {
        this.calls = calls;
        this.store = store;
        this.near = near.apply(this::lookUp);
        channels.listen(CHANGED, this::hear);
        channels.want(CHANGED);
    }

    @Override
    public Optional<Form> find(FormId id) {
        return near.find(id);
    }

    @Override
    public void forget(FormId id) {
        try {
            var _ = calls.run(
                    FORGET,
                    keys(id),
                    digits(GENERATION_KEPT_FOR),
                    CHANGED.getBytes(UTF_8),
                    id.value().getBytes(UTF_8));
        } catch (Unavailable _) {
            // The others see the change when their copies have become too old.
        }
        // Last: a look-up that begins now must not find the shared copy.
        near.forget(id);
    }

    private void hear(byte[] message) {
        String id = new String(message, UTF_8);
        if (Text.isId(id)) {
            near.forget(new FormId(id));
        }
    }

    private Optional<Form> lookUp(FormId id) {
        List<KeyValue<String, byte[]>> shared;
        try {
            shared = calls.call("MGET", commands -> commands.mget(keys(id)));
        } catch (Unavailable _) {
            return store.apply(id);
        }
        Optional<Form> copy = shared.getFirst().optional().flatMap(RedisPublishedForms::read);
        if (copy.isPresent()) {
            return copy;
        }
        Optional<Form> stored = store.apply(id);
        stored.ifPresent(form -> share(form, shared.getLast().getValueOrElse(new byte[0])));
        return stored;
    }

    private void share(Form form, byte[] generation) {
        try {
            var _ = calls.run(
                    SHARE, keys(form.id()), generation, Json.bytes(FormDocument.of(form)), digits(SHARED_FOR));
        } catch (Unavailable _) {
            // It was to spare the others a look-up, no more.
        }
    }

    /// A copy that another version wrote may not be readable; the store's form always is.
    private static Optional<Form> read(byte[] copy) {
        try {
            Document document = Json.parse(copy);
            return Optional.of(FormDocument.toForm(document));
        } catch (MalformedJson | IllegalStateException _) {
            return Optional.empty();
        }
    }

    /// The copy's and the generation's, in one slot of a cluster.
    private static String[] keys(FormId id) {
        return new String[] {"lua:form:{" + id + "}", "lua:form:{" + id + "}:generation"};
    }

    private static byte[] digits(Duration duration) {
        return Long.toString(duration.toMillis()).getBytes(US_ASCII);
    }
}
