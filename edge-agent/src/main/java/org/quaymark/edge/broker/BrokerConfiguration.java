package org.quaymark.edge.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;
import org.quaymark.edge.tls.KeyStores;

/** How Artemis is set up here. */
final class BrokerConfiguration {
    private static final int LARGEST_PACKET = 16 * 1024 * 1024 + 65_536;

    /** Bytes of one file of its journal. Larger than the largest packet: a journal record must fit into one file. */
    static final int JOURNAL_FILE = 24 * 1024 * 1024;

    private static final int FEWEST_FILES = 2;
    private static final int POOLED_FILES = 4;

    /** One old message keeps its file, and every file after it: rewriting them takes less of a small disk than keeping them. */
    private static final int COMPACTED_FROM = 4;

    private static final long MEMORY = 96L * 1024 * 1024;
    private static final int BUFFER_NANOS = 200_000;

    private BrokerConfiguration() {}

    /** Where it listens, whom it takes, and where it keeps what it was given. */
    record Place(Path directory, String host, int port, BrokerAccess access) {}

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

    /**
     * All of it.
     *
     * @param onDisk false where nothing is to be written
     * @param door port of the edge's own acceptor, 0 for none
     */
    static Configuration of(Place place, boolean onDisk, int door) throws Exception {
        Path directory = place.directory();
        Configuration configuration = new ConfigurationImpl()
                .setName("quaymark-edge")
                .setPersistenceEnabled(onDisk)
                .setSecurityEnabled(place.access().users() != null)
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
                .setJournalMinFiles(FEWEST_FILES)
                .setJournalPoolFiles(POOLED_FILES)
                .setJournalCompactMinFiles(COMPACTED_FROM)
                .setJournalBufferTimeout_NIO(BUFFER_NANOS)
                .setGlobalMaxSize(MEMORY)
                // A full disk is to stop no scanner: the broker goes on in memory.
                .setMaxDiskUsage(-1)
                .setCriticalAnalyzer(true)
                .setCriticalAnalyzerPolicy(CriticalAnalyzerPolicy.LOG);
        configuration.addAcceptorConfiguration(
                "mqtt", acceptor(place.host(), place.port()) + tls(directory, place.access()));
        if (door != 0) {
            configuration.addAcceptorConfiguration("own", acceptor("127.0.0.1", door));
        }
        configuration.setAddressSettings(Map.of(
                "#",
                new AddressSettings()
                        .setAutoCreateAddresses(true)
                        .setAutoCreateQueues(true)
                        .setAutoDeleteAddresses(true)
                        .setAutoDeleteQueues(true)
                        .setAddressFullMessagePolicy(
                                onDisk ? AddressFullMessagePolicy.PAGE : AddressFullMessagePolicy.BLOCK)
                        // Nothing is given up; named only so that the broker does not warn of each queue without them.
                        .setMaxDeliveryAttempts(-1)
                        .setDeadLetterAddress(SimpleString.of("quaymark.dead"))
                        .setExpiryAddress(SimpleString.of("quaymark.expired"))));
        return configuration;
    }
}
