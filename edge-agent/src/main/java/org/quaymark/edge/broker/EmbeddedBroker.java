package org.quaymark.edge.broker;

import java.io.IOException;
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

/**
 * Apache Artemis with one MQTT acceptor. What a scanner was told is accepted is on disk, also after a SIGKILL. It asks nobody
 * for a password: it listens on loopback unless told otherwise, and who opens it wider does so for a network he trusts, or
 * takes a broker of his own ({@code --broker ssl://…}).
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

    private EmbeddedBroker(EmbeddedActiveMQ server, String uri) {
        this.server = server;
        this.uri = uri;
    }

    /**
     * Starts the broker and waits until it takes connections.
     *
     * @param directory where it keeps what it was given; made where it is missing
     * @throws IOException where it does not start: the port is taken, the directory in use or not writable
     */
    @SuppressWarnings("CatchingUnchecked") // Artemis declares Exception
    public static EmbeddedBroker start(Path directory, String host, int port) throws IOException {
        Files.createDirectories(directory);
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        try {
            server.setConfiguration(configuration(directory, host, port));
            server.start();
            if (!server.getActiveMQServer().getRemotingService().isStarted()
                    || !server.getActiveMQServer()
                            .getRemotingService()
                            .getAcceptor("mqtt")
                            .isStarted()) {
                throw new IOException("the port is taken");
            }
            return new EmbeddedBroker(server, "tcp://" + clientHost(host) + ":" + port);
        } catch (Exception e) {
            stop(server);
            throw new IOException(
                    "the embedded broker on " + host + ":" + port + " did not start: " + e.getMessage(), e);
        }
    }

    /** Where a client of this machine reaches it. */
    public String uri() {
        return uri;
    }

    @Override
    public void close() {
        stop(server);
    }

    private static Configuration configuration(Path directory, String host, int port) throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setName("quaymark-edge")
                .setPersistenceEnabled(true)
                .setSecurityEnabled(false)
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
        configuration.addAcceptorConfiguration(
                "mqtt",
                "tcp://" + host + ":" + port
                        + "?protocols=MQTT;tcpNoDelay=true;useEpoll=false;useKQueue=false;remotingThreads=2"
                        + ";topicAliasMaximum=0;receiveMaximum=256;maximumPacketSize=" + LARGEST_PACKET);
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
