package org.luaplatform.adapters.http.edge;

import java.time.Duration;

/// What one server takes on before it refuses.
///
/// @param connections open at once; more wait until one closes
/// @param requests answered at once; more are refused with 503
/// @param bulkRequests imports and exports streamed at once
/// @param liveRequests streams of live news open at once
/// @param jsonBytes of one JSON body
/// @param headerBytes of all headers of a request
/// @param requestLineBytes of method and address
/// @param headTime from the first byte of a request to the last of its headers, and as long again for a JSON body
/// @param requestTime from the headers to the end of the answer, unless it streams
/// @param stallTime without any progress of a streamed body, in or out
/// @param idleTime between two requests of a connection
public record HttpLimits(
        int connections,
        int requests,
        int bulkRequests,
        int liveRequests,
        int jsonBytes,
        int headerBytes,
        int requestLineBytes,
        Duration headTime,
        Duration requestTime,
        Duration stallTime,
        Duration idleTime) {

    public static final HttpLimits DEFAULT = new HttpLimits(
            4_096,
            512,
            16,
            512,
            256 * 1024,
            16 * 1024,
            16 * 1024,
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofSeconds(75));
}
