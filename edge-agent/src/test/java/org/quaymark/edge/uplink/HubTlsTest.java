package org.quaymark.edge.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.edge.tls.TestCertificate;
import org.quaymark.edge.tls.Trust;

/** A hub behind {@code https://}, believed by authority, by pin, or not. */
@NullUnmarked // fields are set before each test
@Timeout(60)
class HubTlsTest {
    @TempDir
    Path directory;

    private TestCertificate hub;
    private TestCertificate other;
    private HttpsServer server;

    @BeforeEach
    void begin() throws Exception {
        hub = new TestCertificate(directory, "hub");
        other = new TestCertificate(directory, "other");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(hub.context()));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private int ask(String host, Trust trust) throws IOException, InterruptedException {
        URI address = URI.create("https://" + host + ":" + server.getAddress().getPort());
        return new HubClient(address, Clock.systemUTC(), trust)
                .send(null, HubRequest.get("/api/v1/x", null, Duration.ofSeconds(20), 1_000))
                .status();
    }

    @Test
    @Tag("D-T1")
    void believesTheAuthorityItWasGivenAndNoOther() throws Exception {
        assertEquals(204, ask("localhost", Trust.of(hub.certificate, null, null, null)));
        assertThrows(IOException.class, () -> ask("localhost", Trust.of(other.certificate, null, null, null)));
        assertThrows(IOException.class, () -> ask("localhost", Trust.SYSTEM));
        assertThrows(IOException.class, () -> ask("127.0.0.1", Trust.of(hub.certificate, null, null, null)));
    }

    @Test
    @Tag("D-T1")
    void believesThePinnedKeyAndNoOther() throws Exception {
        assertEquals(204, ask("localhost", Trust.of(null, hub.pin(), null, null)));
        assertEquals(204, ask("localhost", Trust.of(hub.certificate, hub.pin(), null, null)));
        assertThrows(IOException.class, () -> ask("localhost", Trust.of(null, other.pin(), null, null)));
        assertThrows(IOException.class, () -> ask("localhost", Trust.of(hub.certificate, other.pin(), null, null)));
        assertThrows(IOException.class, () -> ask("127.0.0.1", Trust.of(null, hub.pin(), null, null)));
        assertThrows(IllegalArgumentException.class, () -> Trust.of(null, "sha256/short", null, null));
    }
}
