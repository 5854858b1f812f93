package org.luaplatform.adapters.http.act;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.luaplatform.adapters.http.edge.AddressRange;

/// Keeps webhooks away from addresses that only this machine or its network can reach: whoever may name a
/// destination must not be able to talk through us to a neighbour, or to a cloud's metadata service.
///
/// What is judged is the address that is then connected to, never the name: names change their minds.
final class AddressGuard {

    /// What the registries of special-purpose addresses
    /// ([IPv4](https://www.iana.org/assignments/iana-ipv4-special-registry),
    /// [IPv6](https://www.iana.org/assignments/iana-ipv6-special-registry)) keep from the public internet.
    private static final List<AddressRange> SPECIAL = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // Tunnels and translators carry an IPv4 address inside, which nobody has judged.
            "2001::/23",
            "2002::/16",
            "2001:db8::/32",
            "3fff::/20");

    /// Everything that is global in IPv6 lies in here so far; loopback, link-local, unique local, multicast,
    /// IPv4-mapped and NAT64 addresses do not.
    private static final AddressRange GLOBAL_IPV6 = AddressRange.parse("2000::/3");

    private static final int IPV4_BYTES = 4;

    private final List<AddressRange> allowed;

    /// @param allowed ranges that the operator allows besides public addresses
    AddressGuard(List<AddressRange> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    boolean permits(InetAddress address) {
        return isPublic(address) || allowed.stream().anyMatch(range -> range.contains(address));
    }

    private static boolean isPublic(InetAddress address) {
        boolean isIpv4 = address.getAddress().length == IPV4_BYTES;
        return (isIpv4 || GLOBAL_IPV6.contains(address))
                && SPECIAL.stream().noneMatch(range -> range.contains(address));
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::parse).toList();
    }
}
