package org.luaplatform.adapters.http;

import java.time.InstantSource;
import org.luaplatform.domain.IdGenerator;
import org.luaplatform.domain.tenancy.RateLimiter;
import org.luaplatform.domain.tenancy.RepeatedRequests;
import org.luaplatform.domain.tenancy.SecretBox;

/// What serving by HTTP itself needs from the other adapters.
///
/// @param box seals answers that are remembered, because some show a secret
public record HttpPorts(
        RepeatedRequests repeatedRequests,
        RateLimiter rateLimiter,
        SecretBox box,
        IdGenerator ids,
        InstantSource clock) {}
