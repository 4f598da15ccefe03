package org.quaymark.edge.scanner;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.tls.Trust;

/**
 * How the edge reaches the broker of its scanners.
 *
 * @param broker {@code tcp://host:port} or {@code ssl://host:port}
 * @param shared several edges share the site's scanners (MQTT 5 shared subscription)
 * @param receiveMaximum messages in hand without an acknowledgement; with images of 8 MiB this bounds the memory
 * @param sessionExpiry how long the broker keeps messages for an edge that is away
 * @param keepAlive after at most twice of this a link that went silent is noticed
 * @param trust whom to believe behind {@code ssl://}, and as whom to come
 */
public record MqttSettings(
        String broker,
        String site,
        String edge,
        boolean shared,
        int receiveMaximum,
        Duration sessionExpiry,
        Duration keepAlive,
        Trust trust,
        @Nullable String user,
        @Nullable String password) {
    private static final int RECEIVE_MAXIMUM = 32;

    /** The ordinary settings. */
    public static MqttSettings of(String broker, String site, String edge) {
        return new MqttSettings(
                broker,
                site,
                edge,
                false,
                RECEIVE_MAXIMUM,
                Duration.ofDays(7),
                Duration.ofSeconds(15),
                Trust.SYSTEM,
                null,
                null);
    }

    /** The same for several edges at one site. */
    public MqttSettings sharing(boolean sharing) {
        return new MqttSettings(
                broker, site, edge, sharing, receiveMaximum, sessionExpiry, keepAlive, trust, user, password);
    }

    /** The same with a user's name and password. */
    public MqttSettings as(@Nullable String newUser, @Nullable String newPassword) {
        return new MqttSettings(
                broker, site, edge, shared, receiveMaximum, sessionExpiry, keepAlive, trust, newUser, newPassword);
    }

    /** The same with another keep-alive. */
    public MqttSettings withKeepAlive(Duration interval) {
        return new MqttSettings(
                broker, site, edge, shared, receiveMaximum, sessionExpiry, interval, trust, user, password);
    }

    /** The same with other trust. */
    public MqttSettings trusting(Trust newTrust) {
        return new MqttSettings(
                broker, site, edge, shared, receiveMaximum, sessionExpiry, keepAlive, newTrust, user, password);
    }

    @Override
    public String toString() {
        return "MqttSettings[" + broker + ", " + site + ", " + edge + (shared ? ", shared" : "") + "]";
    }
}
