package org.quaymark.edge.scanner;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A network between an edge and its broker that can be cut, hold everything back without a word, and cut frames apart. */
final class TestProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean silent;
    private volatile boolean split;

    TestProxy(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    String uri() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** From now on nothing gets through on the connections there are, and nobody is told. */
    void hold() {
        silent = true;
    }

    /** New connections get through again. */
    void release() {
        silent = false;
    }

    /** Each byte in a packet of its own. */
    void split() {
        split = true;
    }

    void cut() {
        sockets.forEach(TestProxy::close);
        sockets.clear();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket broker = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                broker.setTcpNoDelay(true);
                sockets.add(client);
                sockets.add(broker);
                connections.incrementAndGet();
                boolean[] held = {false};
                start(() -> pump(client, broker, held));
                start(() -> pump(broker, client, held));
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }

    private void pump(Socket from, Socket to, boolean[] held) {
        byte[] buffer = new byte[65_536];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                held[0] |= silent;
                if (held[0]) {
                    continue;
                }
                for (int at = 0; at < count; at += split ? 1 : count) {
                    out.write(buffer, at, split ? 1 : count);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // Either side is gone, and so is the other.
            close(to);
        }
        close(from);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
