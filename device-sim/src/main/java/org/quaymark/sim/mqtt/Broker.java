package org.quaymark.sim.mqtt;

import org.jspecify.annotations.Nullable;
import org.quaymark.process.settings.BadUsage;

/**
 * Where to connect and as whom.
 *
 * @param uri {@code tcp://host:port} or {@code ssl://host:port}
 */
public record Broker(
        String uri, @Nullable String user, @Nullable String password) {
    public Broker {
        if (!uri.matches("(tcp|ssl)://[^/:]+:[0-9]{1,5}")) {
            throw new BadUsage("--broker is neither tcp://host:port nor ssl://host:port: " + uri);
        }
    }

    boolean secure() {
        return uri.startsWith("ssl:");
    }

    @Override
    public String toString() {
        return uri;
    }
}
