package org.luaplatform.adapters.http.edge;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Where requests come from. `X-Forwarded-For` is believed only as far as trusted proxies wrote it: anybody can
/// send that header.
final class ClientAddresses {

    private static final int FOREIGN_NETWORK_BYTES = 8;

    private final List<AddressRange> trustedProxies;

    ClientAddresses(List<AddressRange> trustedProxies) {
        this.trustedProxies = List.copyOf(trustedProxies);
    }

    /// What a limit counts by. In IPv6 it is the network: whoever has one address there has 2⁶⁴.
    String of(ServerRequest request) {
        return find(request)
                .map(address -> address instanceof Inet6Address six
                        ? HexFormat.of().formatHex(six.getAddress(), 0, FOREIGN_NETWORK_BYTES)
                        : address.getHostAddress())
                .orElse("local");
    }

    /// The address that the request comes from; empty for a connection that has none.
    Optional<InetAddress> find(ServerRequest request) {
        if (!(request.remotePeer().address() instanceof InetSocketAddress peer) || peer.getAddress() == null) {
            return Optional.empty();
        }
        InetAddress address = peer.getAddress();
        return Optional.of(
                isTrusted(address) && request.headers().contains(HeaderNames.X_FORWARDED_FOR)
                        ? lastUntrusted(
                                request.headers()
                                        .get(HeaderNames.X_FORWARDED_FOR)
                                        .allValues(),
                                address)
                        : address);
    }

    private InetAddress lastUntrusted(List<String> headers, InetAddress peer) {
        InetAddress seen = peer;
        String[] hops = String.join(",", headers).split(",", -1);
        for (int i = hops.length - 1; i >= 0; i--) {
            Optional<InetAddress> hop = AddressRange.literal(hops[i].strip());
            if (hop.isEmpty()) {
                return seen;
            }
            seen = hop.get();
            if (!isTrusted(seen)) {
                return seen;
            }
        }
        return seen;
    }

    private boolean isTrusted(InetAddress address) {
        for (AddressRange range : trustedProxies) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
