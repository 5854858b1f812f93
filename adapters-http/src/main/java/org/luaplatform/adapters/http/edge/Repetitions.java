package org.luaplatform.adapters.http.edge;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.domain.Conflict;
import org.luaplatform.domain.IdGenerator;
import org.luaplatform.domain.Unavailable;
import org.luaplatform.domain.learn.RequestReused;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Principal;
import org.luaplatform.domain.tenancy.RepeatedRequests;
import org.luaplatform.domain.tenancy.SealedSecret;
import org.luaplatform.domain.tenancy.SecretBox;

/// Answers a repeated request as the first one was answered, and makes nothing twice, if the client names its
/// requests by `Idempotency-Key`. Answers are remembered sealed: some show a secret that is stored nowhere else in
/// the clear.
public final class Repetitions {

    public static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create("Idempotency-Key");

    private static final System.Logger LOGGER = System.getLogger(Repetitions.class.getName());

    /// Longer than any request runs: one that has no answer by then has died.
    private static final Duration LONGEST_RUN = Duration.ofSeconds(90);

    private static final Duration ASK_AGAIN = Duration.ofSeconds(2);

    /// Stands for a request that failed, so that its repetition may try what it could not.
    private static final String FAILED = "failed:";

    private final RepeatedRequests requests;
    private final SecretBox box;
    private final IdGenerator ids;
    private final InstantSource clock;

    public Repetitions(RepeatedRequests requests, SecretBox box, IdGenerator ids, InstantSource clock) {
        this.requests = requests;
        this.box = box;
        this.ids = ids;
        this.clock = clock;
    }

    /// Makes a thing and answers with it.
    @FunctionalInterface
    public interface Creation {

        /// @param id the id that the thing gets
        /// @throws Conflict if there is a thing with this id
        Reply make(String id);
    }

    /// Answers with the thing that a request which died half-way has made.
    @FunctionalInterface
    public interface Recovery {

        /// @param id the thing's id; there is one
        Reply read(String id);
    }

    /// @param body what is sent, which tells a repetition from another request under the same key
    public Reply once(Exchange exchange, byte[] body, Creation creation, Recovery recovery) {
        Optional<RepeatedRequests.Key> key = exchange.header(IDEMPOTENCY_KEY).map(RepeatedRequests.Key::new);
        // Who has no organization makes nothing; the use case will say so.
        if (key.isEmpty() || !(exchange.caller() instanceof Principal.KeyHolder holder)) {
            return creation.make(ids.next());
        }
        var request = new Request(holder.organization(), key.get());
        String id = ids.next();
        Instant now = clock.instant();
        return switch (requests.remember(request.organization(), request.key(), fingerprint(exchange, body), id, now)) {
            case RepeatedRequests.Remembered.First _ -> run(request, id, creation);
            case RepeatedRequests.Remembered.Different _ -> throw new RequestReused();
            case RepeatedRequests.Remembered.Answered(String answer)
            when answer.startsWith(FAILED) -> resume(request, answer.substring(FAILED.length()), creation, recovery);
            case RepeatedRequests.Remembered.Answered(String answer) -> open(request, answer);
            case RepeatedRequests.Remembered.Unanswered(String first, Instant since) -> {
                if (now.isBefore(since.plus(LONGEST_RUN))) {
                    throw new HttpRefusal(
                            409,
                            "request-in-progress",
                            "The first request with this Idempotency-Key is still being answered.",
                            Problem.retryAfter(ASK_AGAIN));
                }
                yield resume(request, first, creation, recovery);
            }
        };
    }

    private Reply run(Request request, String id, Creation creation) {
        Reply reply;
        try {
            reply = creation.make(id);
        } catch (RuntimeException failure) {
            remember(request, FAILED + id);
            throw failure;
        }
        remember(request, seal(request, reply));
        return reply;
    }

    /// Takes up a request that made nothing, or that nobody knows the end of.
    private Reply resume(Request request, String id, Creation creation, Recovery recovery) {
        return run(request, id, same -> {
            try {
                return creation.make(same);
            } catch (Conflict made) {
                LOGGER.log(System.Logger.Level.DEBUG, "an earlier request has made this already", made);
                return recovery.read(same);
            }
        });
    }

    private void remember(Request request, String answer) {
        try {
            requests.answered(request.organization(), request.key(), answer);
        } catch (Unavailable outage) {
            // What was made is made. A repetition finds it, only later.
            LOGGER.log(System.Logger.Level.DEBUG, "an answer could not be remembered", outage);
        }
    }

    private static String fingerprint(Exchange exchange, byte[] body) {
        return fingerprint((exchange.method() + " " + exchange.target() + "\n").getBytes(StandardCharsets.UTF_8), body);
    }

    /// Tells one content from another.
    public static String fingerprint(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private String seal(Request request, Reply reply) {
        Document answer = Document.builder()
                .put("status", reply.status())
                .put("location", reply.header(HeaderNames.LOCATION))
                .put("etag", reply.header(HeaderNames.ETAG))
                .put("body", new String(reply.bytes(), StandardCharsets.UTF_8))
                .build();
        return box.seal(Json.text(answer), request.owner()).base64();
    }

    private Reply open(Request request, String sealed) {
        String json = box.open(new SealedSecret(sealed), request.owner());
        Document answer = Json.stored(json.getBytes(StandardCharsets.UTF_8));
        Reply reply = Reply.json(answer.count("status"), answer.text("body").getBytes(StandardCharsets.UTF_8));
        Optional<String> location = answer.optionalText("location");
        if (location.isPresent()) {
            reply = reply.with(HeaderNames.LOCATION, location.get());
        }
        Optional<String> etag = answer.optionalText("etag");
        if (etag.isPresent()) {
            reply = reply.with(HeaderNames.ETAG, etag.get());
        }
        return reply;
    }

    private record Request(OrganizationId organization, RepeatedRequests.Key key) {

        /// What binds a sealed answer to this request.
        private String owner() {
            return "request:" + organization + ":" + key.value();
        }
    }
}
