package org.quaymark.hub.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressesTest {
    private static final List<String> NONE = List.of();
    private final ClientAddresses addresses = ClientAddresses.trusting(List.of("10.0.0.0/8", "fd00::1"));

    @Test
    void believesNobodyItWasNotToldToTrust() {
        assertEquals("192.0.2.7", addresses.of("192.0.2.7", List.of("198.51.100.1"), NONE));
        assertEquals("10.0.0.2", ClientAddresses.trusting(NONE).of("10.0.0.2", List.of("198.51.100.1"), NONE));
    }

    @Test
    void goesBackToTheFirstHopThatIsNoTrustedProxy() {
        // the client made 203.0.113.9 up; the outer proxy wrote 198.51.100.1, the inner one 10.1.1.1
        assertEquals("198.51.100.1", addresses.of("10.0.0.2", List.of("203.0.113.9, 198.51.100.1", "10.1.1.1"), NONE));
        assertEquals("10.1.1.1", addresses.of("10.0.0.2", List.of("nonsense, 10.1.1.1"), NONE));
        assertEquals("10.0.0.2", addresses.of("10.0.0.2", NONE, NONE));
    }

    @Test
    void readsForwardedAsRfc7239HasIt() {
        List<String> forwarded = List.of("for=\"[2001:db8:cafe::17]:4711\";proto=https, for=10.3.3.3:80;by=x");
        assertEquals("2001:db8:cafe::/64", addresses.of("fd00::1", NONE, forwarded));
        assertEquals("10.0.0.2", addresses.of("10.0.0.2", NONE, List.of("for=_hidden")));
    }

    @Test
    void takesARequestWithBothHeadersForTheProxysOwn() {
        assertEquals("10.0.0.2", addresses.of("10.0.0.2", List.of("203.0.113.9"), List.of("for=198.51.100.1")));
    }

    @Test
    void countsIpv6ByItsNetwork() {
        assertEquals("2001:db8:1:2::/64", addresses.of("2001:db8:1:2:3:4:5:6", NONE, NONE));
        assertEquals("192.0.2.7", addresses.of("::ffff:192.0.2.7", NONE, NONE));
    }

    @Test
    void refusesNetworksThatAreNone() {
        for (String wrong : List.of("proxy", "10.0.0.0/33", "10.0.0.0/x", "")) {
            assertThrows(IllegalArgumentException.class, () -> ClientAddresses.trusting(List.of(wrong)), wrong);
        }
    }
}
