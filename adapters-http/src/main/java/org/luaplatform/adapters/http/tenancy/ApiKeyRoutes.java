package org.luaplatform.adapters.http.tenancy;

import io.helidon.http.HeaderNames;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.luaplatform.adapters.http.edge.Body;
import org.luaplatform.adapters.http.edge.Exchange;
import org.luaplatform.adapters.http.edge.HttpRefusal;
import org.luaplatform.adapters.http.edge.JsonWriter;
import org.luaplatform.adapters.http.edge.Pages;
import org.luaplatform.adapters.http.edge.Repetitions;
import org.luaplatform.adapters.http.edge.Reply;
import org.luaplatform.adapters.http.edge.Route;
import org.luaplatform.adapters.http.edge.RouteTable;
import org.luaplatform.adapters.http.edge.Routes;
import org.luaplatform.application.tenancy.IssueApiKey;
import org.luaplatform.application.tenancy.ListApiKeys;
import org.luaplatform.application.tenancy.RevokeApiKey;
import org.luaplatform.domain.tenancy.ApiKey;
import org.luaplatform.domain.tenancy.ApiKeyId;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.Scope;

/// The keys that programs of an organization hold.
public final class ApiKeyRoutes implements Routes {

    private final IssueApiKey issueApiKey;
    private final ListApiKeys listApiKeys;
    private final RevokeApiKey revokeApiKey;
    private final Repetitions repetitions;

    public ApiKeyRoutes(TenancyUseCases useCases, Repetitions repetitions) {
        this.issueApiKey = useCases.issueApiKey();
        this.listApiKeys = useCases.listApiKeys();
        this.revokeApiKey = useCases.revokeApiKey();
        this.repetitions = repetitions;
    }

    @Override
    public void declare(RouteTable.Builder routes) {
        routes.add(Route.post("/api/v1/organizations/{org}/api-keys", this::issue));
        routes.add(Route.get("/api/v1/organizations/{org}/api-keys", this::list));
        routes.add(Route.delete("/api/v1/organizations/{org}/api-keys/{key}", this::revoke));
    }

    private record Wanted(String name, Set<Scope> scopes, Optional<Instant> expiresAt) {}

    private Reply issue(Exchange exchange) {
        OrganizationId organization = organization(exchange);
        byte[] json = exchange.jsonBytes();
        Wanted wanted = read(Exchange.parse(json));
        return repetitions.once(
                exchange,
                json,
                _ -> {
                    IssueApiKey.Issued issued = issueApiKey.handle(
                            exchange.caller(),
                            new IssueApiKey.Command(organization, wanted.name(), wanted.scopes(), wanted.expiresAt()));
                    var answer = new JsonWriter().startObject();
                    fields(answer, issued.key());
                    answer.field("apiKey", issued.token().reveal()).endObject();
                    return Reply.json(201, answer)
                            .with(
                                    HeaderNames.LOCATION,
                                    exchange.path() + "/" + issued.key().id());
                },
                // The first key's token was shown to nobody and cannot be shown any more.
                _ -> {
                    throw new HttpRefusal(409, "request-lost", "Ask for another key with another Idempotency-Key.");
                });
    }

    private static Wanted read(Body body) {
        String name = body.requiredText("name");
        List<String> texts = body.texts("scopes");
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String text : texts) {
            Scope.of(text).ifPresentOrElse(scopes::add, () -> body.fault("scopes", "has no scope " + text));
        }
        if (scopes.isEmpty()) {
            body.fault("scopes", "must name at least one scope");
        }
        Optional<Instant> expiresAt = body.instant("expiresAt");
        return body.finish(() -> new Wanted(name, scopes, expiresAt));
    }

    private Reply list(Exchange exchange) {
        List<ApiKey> keys = listApiKeys.handle(exchange.caller(), new ListApiKeys.Query(organization(exchange)));
        return Pages.reply(keys, (json, key) -> {
            json.startObject();
            fields(json, key);
            json.endObject();
        });
    }

    private Reply revoke(Exchange exchange) {
        ApiKey _ = revokeApiKey.handle(
                exchange.caller(),
                new RevokeApiKey.Command(organization(exchange), new ApiKeyId(exchange.variable("key"))));
        return Reply.empty(204);
    }

    private static OrganizationId organization(Exchange exchange) {
        return new OrganizationId(exchange.variable("org"));
    }

    private static void fields(JsonWriter json, ApiKey key) {
        json.field("id", key.id().value())
                .field("name", key.name())
                .strings(
                        "scopes",
                        key.scopes().stream().map(Scope::text).sorted().toList())
                .field("createdAt", key.createdAt());
        key.expiresAt().ifPresent(instant -> json.field("expiresAt", instant));
        key.revokedAt().ifPresent(instant -> json.field("revokedAt", instant));
    }
}
