package org.luaplatform.adapters.http.act;

import io.opentelemetry.api.OpenTelemetry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.luaplatform.adapters.http.edge.AddressRange;
import org.luaplatform.domain.act.Attempt;
import org.luaplatform.domain.act.Courier;
import org.luaplatform.domain.act.Delivery;
import org.luaplatform.domain.act.Destination;
import org.luaplatform.domain.act.Destination.Target.Webhook;
import org.luaplatform.domain.act.SigningSecret;
import org.luaplatform.domain.tenancy.SealedSecret;
import org.luaplatform.domain.tenancy.SecretBox;

/// Delivers by signed webhooks ([Standard Webhooks](https://www.standardwebhooks.com)).
///
/// A receiver is a stranger whom we were told to talk to. It gets one request to an address that is permitted, a
/// few seconds, and a bounded hearing; whatever it does beyond that ends the attempt and nothing else.
public final class WebhookCourier implements Courier {

    private final SecretBox box;
    private final String userAgent;
    private final AddressGuard guard;
    private final HostResolver resolver;
    private final Supplier<SSLSocketFactory> encryption;
    private final Patience patience;
    private final WebhookTelemetry telemetry;
    private final InstantSource clock;

    /// @param box opens the destinations' signing secrets
    /// @param version of this product, as receivers see it
    /// @param allowed networks that webhooks may go to besides public addresses
    public WebhookCourier(
            SecretBox box,
            String version,
            List<AddressRange> allowed,
            OpenTelemetry openTelemetry,
            InstantSource clock) {
        this(
                box,
                version,
                new AddressGuard(allowed),
                HostResolver.OF_THE_SYSTEM,
                // The trusted certificates are read by the first message that needs them.
                () -> (SSLSocketFactory) SSLSocketFactory.getDefault(),
                Patience.USUAL,
                openTelemetry,
                clock);
    }

    WebhookCourier(
            SecretBox box,
            String version,
            AddressGuard guard,
            HostResolver resolver,
            Supplier<SSLSocketFactory> encryption,
            Patience patience,
            OpenTelemetry openTelemetry,
            InstantSource clock) {
        this.box = box;
        this.userAgent = "LuaPlatform/" + version;
        this.guard = guard;
        this.resolver = resolver;
        this.encryption = encryption;
        this.patience = patience;
        this.telemetry = new WebhookTelemetry(openTelemetry);
        this.clock = clock;
    }

    /// How long a receiver may take.
    ///
    /// @param connect for each of its addresses
    /// @param all for the attempt as a whole, however busy the receiver looks
    record Patience(Duration connect, Duration all) {
        static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    @Override
    public Outcome deliver(Delivery delivery, Destination destination) {
        return switch (destination.target()) {
            case Webhook webhook -> post(delivery, destination, webhook);
        };
    }

    private Outcome post(Delivery delivery, Destination destination, Webhook webhook) {
        Instant at = clock.instant();
        long began = System.nanoTime();
        var address = new WebhookAddress(webhook.url());
        try (var observation = telemetry.begin(address)) {
            List<SigningSecret> secrets;
            try {
                secrets = secrets(destination, webhook, at);
            } catch (IllegalStateException _) {
                observation.failed("secret");
                return failed(at, began, "its signing secret does not open with this installation's key");
            }
            WebhookMessage message = message(delivery, address, secrets, at, observation);
            return switch (send(message)) {
                case Result.Answered(WebhookAnswer answer) -> {
                    observation.answered(answer.status());
                    yield outcome(answer, at, began);
                }
                case Result.Failed(String problem, String type) -> {
                    observation.failed(type);
                    yield failed(at, began, problem);
                }
            };
        }
    }

    private List<SigningSecret> secrets(Destination destination, Webhook webhook, Instant now) {
        var secrets = new ArrayList<SigningSecret>();
        secrets.add(open(webhook.secret(), destination));
        webhook.retired()
                .filter(retired -> now.isBefore(retired.until()))
                .ifPresent(retired -> secrets.add(open(retired.secret(), destination)));
        return secrets;
    }

    private SigningSecret open(SealedSecret secret, Destination destination) {
        return SigningSecret.parse(box.open(secret, destination.id().value()));
    }

    private WebhookMessage message(
            Delivery delivery,
            WebhookAddress address,
            List<SigningSecret> secrets,
            Instant now,
            WebhookTelemetry.Observation observation) {
        byte[] body = WebhookBody.of(delivery);
        String id = delivery.id().value();
        long timestamp = now.getEpochSecond();
        var headers = new ArrayList<WebhookMessage.Header>();
        headers.add(new WebhookMessage.Header("user-agent", userAgent));
        headers.add(new WebhookMessage.Header("webhook-id", id));
        headers.add(new WebhookMessage.Header("webhook-timestamp", Long.toString(timestamp)));
        headers.add(new WebhookMessage.Header("webhook-signature", WebhookSignature.of(id, timestamp, body, secrets)));
        observation.inject((name, value) -> headers.add(new WebhookMessage.Header(name, value)));
        return new WebhookMessage(address, headers, body);
    }

    private Result send(WebhookMessage message) {
        var exchange = new WebhookExchange(message, resolver, guard, encryption, patience.connect());
        var task = new FutureTask<>(exchange);
        Thread thread = Thread.ofVirtual().name("webhook").start(task);
        try {
            return new Result.Answered(task.get(patience.all().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return partly(exchange, "gave no answer within %s s".formatted(seconds(patience.all())), "timeout");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return partly(exchange, "was interrupted", "interrupted");
        } catch (ExecutionException failure) {
            return failure(failure);
        } finally {
            exchange.abort();
            thread.interrupt();
        }
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    /// Who has said a status and goes on with the body for ever has answered.
    private static Result partly(WebhookExchange exchange, String problem, String type) {
        return exchange.answer().<Result>map(Result.Answered::new).orElseGet(() -> new Result.Failed(problem, type));
    }

    private static Result failure(ExecutionException failure) {
        if (failure.getCause() instanceof Exception cause) {
            return new Result.Failed(WebhookProblem.of(cause), cause.getClass().getName());
        }
        throw new IllegalStateException(failure);
    }

    private Outcome outcome(WebhookAnswer answer, Instant at, long began) {
        Optional<String> problem = switch (answer.kind()) {
            case SUCCESS -> Optional.empty();
            case GONE -> Optional.of("answered 410: it wants no more");
            case REDIRECT -> Optional.of("answered %d; redirects are not followed".formatted(answer.status()));
            case BUSY, FAILURE -> Optional.of("answered " + answer.status());
        };
        Verdict verdict = switch (answer.kind()) {
            case SUCCESS -> Verdict.DELIVERED;
            case GONE -> Verdict.GONE;
            case REDIRECT, BUSY, FAILURE -> Verdict.RETRY;
        };
        Optional<Duration> retryAfter = switch (answer.kind()) {
            case BUSY -> answer.retryAfter().flatMap(header -> RetryAfter.parse(header, clock.instant()));
            case SUCCESS, REDIRECT, GONE, FAILURE -> Optional.empty();
        };
        var attempt = new Attempt(at, since(began), Optional.of(answer.status()), answer.text(), problem);
        return new Outcome(attempt, verdict, retryAfter);
    }

    private static Outcome failed(Instant at, long began, String problem) {
        var attempt = new Attempt(at, since(began), Optional.empty(), Optional.empty(), Optional.of(problem));
        return new Outcome(attempt, Verdict.RETRY, Optional.empty());
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private sealed interface Result {

        record Answered(WebhookAnswer answer) implements Result {}

        /// @param type a class of failures, of which there are few
        record Failed(String problem, String type) implements Result {}
    }
}
