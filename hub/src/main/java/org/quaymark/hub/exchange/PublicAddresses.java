package org.quaymark.hub.exchange;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Which addresses a webhook may call: an endpoint's URL comes from outside, and the hub must not be the arm with which a
 * stranger reaches into the hub's own network (IANA special-purpose registries, RFC 6890).
 */
final class PublicAddresses {
    private PublicAddresses() {}

    /** Whether the address is a host on the public internet. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] b = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(b) : address instanceof Inet6Address && isPublic6(b);
    }

    private static boolean isPublic4(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        int third = b[2] & 0xff;
        return !(first == 0 // this network
                || first == 10
                || first == 127
                || (first == 100 && second >= 64 && second < 128) // shared, RFC 6598
                || (first == 169 && second == 254)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 0 && third == 0) // protocol assignments
                || (first == 192 && second == 0 && third == 2) // documentation
                || (first == 192 && second == 168)
                || (first == 198 && (second == 18 || second == 19)) // benchmarks
                || (first == 198 && second == 51 && third == 100)
                || (first == 203 && second == 0 && third == 113)
                || first >= 224); // multicast, reserved, broadcast
    }

    private static boolean isPublic6(byte[] b) {
        // Only 2000::/3 is given out; unique local, mapped, NAT64 and the rest lie outside of it.
        if ((b[0] & 0xe0) != 0x20) {
            return false;
        }
        int first = (b[0] & 0xff) << 8 | (b[1] & 0xff);
        int second = (b[2] & 0xff) << 8 | (b[3] & 0xff);
        if (first == 0x2002) { // 6to4 carries an IPv4 address
            return isPublic(embedded4(b, 2));
        }
        // Teredo, benchmarks and other protocol assignments; documentation.
        return !(first == 0x2001 && (second < 0x200 || second == 0xdb8)) && first != 0x3fff;
    }

    private static InetAddress embedded4(byte[] b, int offset) {
        try {
            return InetAddress.getByAddress(new byte[] {b[offset], b[offset + 1], b[offset + 2], b[offset + 3]});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an IPv4 address", e);
        }
    }
}
