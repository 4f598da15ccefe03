package org.quaymark.edge;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.broker.BrokerAccess;
import org.quaymark.edge.tls.Trust;
import org.quaymark.process.settings.BadUsage;

/**
 * How safe and how wide an edge's links are.
 *
 * @param hubCa PEM file of the authorities believed for the hub, null for the system's
 * @param hubPin of the hub's public key, null for none
 * @param brokerCa PEM file of the authorities believed for an {@code ssl://} broker, null for the system's
 * @param brokerCert PEM file of the edge's own certificate for the broker, with {@code brokerKey}
 * @param mqttUsers file of the devices that may come to the embedded broker, null for anonymous ones
 * @param mqttCert PEM file of the embedded broker's certificate, with {@code mqttKey}: then it speaks TLS
 * @param mqttAnonymous the embedded broker may be opened beyond this machine without users
 * @param uplinkRate bytes a second to the hub, 0 for as many as the link carries
 */
record EdgeLinks(
        @Nullable Path hubCa,
        @Nullable String hubPin,
        @Nullable Path brokerCa,
        @Nullable Path brokerCert,
        @Nullable Path brokerKey,
        @Nullable Path mqttUsers,
        @Nullable Path mqttCert,
        @Nullable Path mqttKey,
        boolean mqttAnonymous,
        long uplinkRate) {
    /** The ordinary ones. */
    static final EdgeLinks PLAIN = new EdgeLinks(null, null, null, null, null, null, null, null, false, 0);

    EdgeLinks {
        if ((mqttCert == null) != (mqttKey == null)) {
            throw new BadUsage("--mqtt-cert and --mqtt-key go together");
        }
    }

    Trust hubTrust() {
        return said("--hub-ca, --hub-pin", () -> Trust.of(hubCa, hubPin, null, null));
    }

    Trust brokerTrust() {
        return said("--broker-ca, --broker-cert, --broker-key", () -> Trust.of(brokerCa, null, brokerCert, brokerKey));
    }

    BrokerAccess brokerAccess(String site) {
        return said("--mqtt-users, --mqtt-cert, --mqtt-key", () -> BrokerAccess.of(site, mqttUsers, mqttCert, mqttKey));
    }

    private static <T> T said(String options, Supplier<T> what) {
        try {
            return what.get();
        } catch (IllegalArgumentException e) {
            throw new BadUsage(options + ": " + e.getMessage(), e);
        }
    }
}
