package org.quaymark.sim.deployment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.quaymark.process.settings.Failure;

/** Ports of the loopback address that nobody listens on; what was handed out once is not handed out again. */
public final class Ports {
    private final Set<Integer> taken = new HashSet<>();

    /** That port, or where somebody has it, a free one. */
    public synchronized int prefer(int port) {
        if (!taken.contains(port) && isFree(port) && taken.add(port)) {
            return port;
        }
        return free();
    }

    /** A free port. */
    public synchronized int free() {
        for (int i = 0; i < 100; i++) {
            int port = bind(0);
            if (port > 0 && taken.add(port)) {
                return port;
            }
        }
        throw new Failure("no free port on the loopback address");
    }

    private static boolean isFree(int port) {
        return bind(port) > 0;
    }

    private static int bind(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            return 0;
        }
    }
}
