package org.quaymark.edge.scanner;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.quaymark.edge.broker.EmbeddedBroker;

/** A real broker on a free port: Mosquitto where it is installed, or the embedded one. */
interface TestBroker extends AutoCloseable {
    String uri();

    int port();

    @Override
    void close();

    static TestBroker start(String kind, Path directory) throws IOException {
        return kind.equals("embedded") ? embedded(directory) : mosquitto(directory);
    }

    static TestBroker embedded(Path directory) throws IOException {
        return embedded(directory, freePort());
    }

    static TestBroker embedded(Path directory, int port) throws IOException {
        EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), "127.0.0.1", port);
        return new TestBroker() {
            @Override
            public String uri() {
                return broker.uri();
            }

            @Override
            public int port() {
                return port;
            }

            @Override
            public void close() {
                broker.close();
            }
        };
    }

    static TestBroker mosquitto(Path directory) throws IOException {
        return mosquitto(directory, "max_topic_alias 0\n");
    }

    static TestBroker mosquitto(Path directory, String more) throws IOException {
        return mosquitto(directory, more, true);
    }

    /** With more settings, which apply to all its listeners. */
    static TestBroker mosquitto(Path directory, String more, boolean anonymous) throws IOException {
        Path program = Path.of("/usr/sbin/mosquitto");
        Assumptions.assumeTrue(Files.isExecutable(program), "Mosquitto is not installed");
        int port = freePort();
        Path config = directory.resolve("mosquitto.conf");
        Files.writeString(
                config,
                "listener " + port + " 127.0.0.1\nallow_anonymous " + anonymous
                        + "\nset_tcp_nodelay true\nlog_dest none\n" + more);
        Process process = new ProcessBuilder(program.toString(), "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("mosquitto.log").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> accepts(port));
        return new TestBroker() {
            @Override
            public String uri() {
                return "tcp://127.0.0.1:" + port;
            }

            @Override
            public int port() {
                return port;
            }

            @Override
            public void close() {
                process.destroyForcibly();
            }
        };
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
