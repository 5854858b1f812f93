package org.luaplatform.application.tenancy;

import java.time.InstantSource;
import java.util.Optional;
import org.luaplatform.domain.Unauthenticated;
import org.luaplatform.domain.tenancy.ApiKeys;
import org.luaplatform.domain.tenancy.ApiToken;
import org.luaplatform.domain.tenancy.Principal;

/// Finds out who is calling.
public final class Authenticate {

    /// @param token what the caller presented; empty for nothing
    public record Command(Optional<String> token) {}

    private final ApiKeys keys;
    private final InstantSource clock;

    public Authenticate(ApiKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// Without a token the caller is nobody that we know. A token that is presented must be good.
    ///
    /// @throws Unauthenticated if the token is malformed, unknown, expired or revoked; callers are not told which
    public Principal handle(Command command) {
        if (command.token().isEmpty()) {
            return new Principal.Anonymous();
        }
        return command.token()
                .flatMap(ApiToken::parse)
                .flatMap(token -> keys.findByHash(token.hash()))
                .filter(key -> key.isValidAt(clock.instant()))
                .orElseThrow(() -> new Unauthenticated(
                        "credentials-invalid", "The API key is not valid: unknown, expired or revoked."))
                .holder();
    }
}
