package org.quaymark.edge.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;
import org.quaymark.edge.tls.KeyStores;

/**
 * Apache Artemis with one MQTT acceptor. What a scanner was told is accepted is on disk, also after a SIGKILL. It asks nobody
 * for a password while it listens on the loopback; beyond that it has users, each of whom speaks for one device, unless a person
 * says that everybody may come.
 *
 * <p>The only class that touches Artemis: without {@code --broker embedded} none of it is loaded.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int LARGEST_PACKET = 16 * 1024 * 1024 + 65_536;
    /** Larger than the largest packet: a journal record must fit into one file. */
    private static final int JOURNAL_FILE = 24 * 1024 * 1024;

    private static final long MEMORY = 96L * 1024 * 1024;
    private static final int BUFFER_NANOS = 200_000;

    private final EmbeddedActiveMQ server;
    private final String uri;
    private final String ownUri;

    private EmbeddedBroker(EmbeddedActiveMQ server, String uri, String ownUri) {
        this.server = server;
        this.uri = uri;
        this.ownUri = ownUri;
    }

    /**
     * Starts a broker that takes everybody.
     *
     * @throws IOException where it does not start
     */
    public static EmbeddedBroker start(Path directory, String host, int port) throws IOException {
        return start(directory, host, port, BrokerAccess.of("", null, null, null));
    }

    /**
     * Starts the broker and waits until it takes connections.
     *
     * @param directory where it keeps what it was given; made where it is missing
     * @throws IOException where it does not start: the port is taken, the directory in use or not writable
     */
    @SuppressWarnings("CatchingUnchecked") // Artemis declares Exception
    public static EmbeddedBroker start(Path directory, String host, int port, BrokerAccess access) throws IOException {
        Files.createDirectories(directory);
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        try {
            Configuration configuration = configuration(directory, host, port, access);
            String ownUri = "tcp://" + clientHost(host) + ":" + port;
            if (access.speaksTls()) {
                int door = freePort();
                configuration.addAcceptorConfiguration("own", acceptor("127.0.0.1", door));
                ownUri = "tcp://127.0.0.1:" + door;
            }
            server.setConfiguration(configuration);
            if (access.users() != null) {
                server.setSecurityManager(new DeviceSecurity(access, access.users()));
            }
            server.start();
            if (!server.getActiveMQServer().getRemotingService().isStarted()
                    || !server.getActiveMQServer()
                            .getRemotingService()
                            .getAcceptor("mqtt")
                            .isStarted()) {
                throw new IOException("the port is taken");
            }
            String scheme = access.speaksTls() ? "ssl://" : "tcp://";
            return new EmbeddedBroker(server, scheme + clientHost(host) + ":" + port, ownUri);
        } catch (Exception e) {
            stop(server);
            throw new IOException(
                    "the embedded broker on " + host + ":" + port + " did not start: " + e.getMessage(), e);
        }
    }

    /** The edge's own door. */
    public String ownUri() {
        return ownUri;
    }

    /** Where a client of this machine reaches it. */
    public String uri() {
        return uri;
    }

    @Override
    public void close() {
        stop(server);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String acceptor(String host, int port) {
        return "tcp://" + host + ":" + port
                + "?protocols=MQTT;tcpNoDelay=true;useEpoll=false;useKQueue=false;remotingThreads=2"
                + ";topicAliasMaximum=0;receiveMaximum=256;maximumPacketSize=" + LARGEST_PACKET;
    }

    private static String tls(Path directory, BrokerAccess access) throws IOException {
        if (access.certificate() == null || access.key() == null) {
            return "";
        }
        String password = PasswordHash.newPassword();
        Path store = directory.resolve("tls.p12").toAbsolutePath();
        KeyStores.write(access.certificate(), access.key(), store, password);
        return ";sslEnabled=true;keyStoreType=PKCS12;keyStorePath=" + store + ";keyStorePassword=" + password;
    }

    private static Configuration configuration(Path directory, String host, int port, BrokerAccess access)
            throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setName("quaymark-edge")
                .setPersistenceEnabled(true)
                .setSecurityEnabled(access.users() != null)
                .setJMXManagementEnabled(false)
                .setGracefulShutdownEnabled(false)
                .setThreadPoolMaxSize(8)
                .setScheduledThreadPoolMaxSize(2)
                .setBindingsDirectory(directory.resolve("bindings").toString())
                .setJournalDirectory(directory.resolve("journal").toString())
                .setPagingDirectory(directory.resolve("paging").toString())
                .setLargeMessagesDirectory(directory.resolve("large").toString())
                .setJournalType(JournalType.NIO)
                .setJournalFileSize(JOURNAL_FILE)
                .setJournalMinFiles(2)
                .setJournalPoolFiles(4)
                .setJournalBufferTimeout_NIO(BUFFER_NANOS)
                .setGlobalMaxSize(MEMORY)
                .setMaxDiskUsage(98)
                .setCriticalAnalyzer(true)
                .setCriticalAnalyzerPolicy(CriticalAnalyzerPolicy.LOG);
        configuration.addAcceptorConfiguration("mqtt", acceptor(host, port) + tls(directory, access));
        configuration.setAddressSettings(Map.of(
                "#",
                new AddressSettings()
                        .setAutoCreateAddresses(true)
                        .setAutoCreateQueues(true)
                        .setAutoDeleteAddresses(true)
                        .setAutoDeleteQueues(true)
                        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                        // Nothing is given up; named only so that the broker does not warn of each queue without them.
                        .setMaxDeliveryAttempts(-1)
                        .setDeadLetterAddress(SimpleString.of("quaymark.dead"))
                        .setExpiryAddress(SimpleString.of("quaymark.expired"))));
        return configuration;
    }

    private static String clientHost(String host) {
        return host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    }

    @SuppressWarnings("CatchingUnchecked") // Artemis declares Exception
    private static void stop(EmbeddedActiveMQ server) {
        try {
            server.stop();
        } catch (Exception e) {
            org.slf4j.LoggerFactory.getLogger(EmbeddedBroker.class).warn("The broker did not stop in order", e);
        }
    }
}
