package org.quaymark.sim.replay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.quaymark.sim.deployment.Ports;
import org.quaymark.sim.deployment.Waiting;

/** A real broker of the machine's, where one is installed. */
final class Mosquitto implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");

    private final int port = new Ports().free();
    private final Path configuration;
    private Process process;

    Mosquitto(Path directory) throws IOException {
        configuration = Files.writeString(directory.resolve("mosquitto.conf"), """
            listener %d 127.0.0.1
            allow_anonymous true
            set_tcp_nodelay true
            max_queued_messages 0
            """.formatted(port));
        process = start();
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    String uri() {
        return "tcp://127.0.0.1:" + port;
    }

    /** SIGKILL, and a new one that knows nothing of the old. */
    void killAndStartAgain() throws IOException {
        process.destroyForcibly().onExit().join();
        process = start();
    }

    private Process start() throws IOException {
        Process started = new ProcessBuilder(List.of(PROGRAM.toString(), "-c", configuration.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Waiting.until(Duration.ofSeconds(10), () -> answers() || !started.isAlive());
        return started;
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
