package org.luaplatform.adapters.http.edge;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// Neighbouring IP addresses in CIDR notation: `10.0.0.0/8`, `fd00::/8`, or one address alone.
public final class AddressRange {

    private final byte[] base;
    private final int bits;

    private AddressRange(byte[] base, int bits) {
        this.base = base;
        this.bits = bits;
    }

    /// @throws IllegalArgumentException if `text` is no range
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        byte[] base = literal(address)
                .orElseThrow(() -> new IllegalArgumentException("not an IP address: " + address))
                .getAddress();
        int most = base.length * Byte.SIZE;
        int bits = slash < 0
                ? most
                : Numbers.parseInt(text.substring(slash + 1))
                        .filter(number -> number >= 0 && number <= most)
                        .orElseThrow(() -> new IllegalArgumentException("not an address range: " + text));
        return new AddressRange(base, bits);
    }

    /// The address that `text` writes out; a name is never looked up.
    static Optional<InetAddress> literal(String text) {
        boolean couldBe = !text.isEmpty()
                && text.length() <= 45
                && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':')
                && (text.indexOf(':') >= 0 || text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
        if (!couldBe) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException _) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != base.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((bytes[bit / Byte.SIZE] & mask) != (base[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
