package org.luaplatform.adapters.http.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaplatform.adapters.http.edge.AddressRange;

class AddressGuardTest {

    private static final AddressGuard STRICT = new AddressGuard(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450::1"
            })
    void public_addresses_may_be_reached(String address) {
        assertThat(STRICT.permits(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:a9fe:a9fe::1",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void addresses_within_a_network_may_not(String address) {
        assertThat(STRICT.permits(InetAddress.ofLiteral(address))).isFalse();
    }

    @Test
    void the_operator_may_allow_more() {
        var guard = new AddressGuard(List.of(AddressRange.parse("10.1.0.0/16"), AddressRange.parse("fd00::/8")));

        assertThat(guard.permits(InetAddress.ofLiteral("10.1.2.3"))).isTrue();
        assertThat(guard.permits(InetAddress.ofLiteral("::ffff:10.1.2.3"))).isTrue();
        assertThat(guard.permits(InetAddress.ofLiteral("fd12::1"))).isTrue();
        assertThat(guard.permits(InetAddress.ofLiteral("10.2.0.1"))).isFalse();
        assertThat(guard.permits(InetAddress.ofLiteral("127.0.0.1"))).isFalse();
    }
}
