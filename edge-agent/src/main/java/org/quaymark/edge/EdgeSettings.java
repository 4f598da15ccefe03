package org.quaymark.edge;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.device.DeviceSettings;
import org.quaymark.edge.uplink.HubClient;
import org.quaymark.process.settings.BadUsage;

/**
 * The settings of an edge, each valid on its own and all of them together.
 *
 * @param country of the site, for as long as the registry does not say it; ISO 3166-1 alpha-2
 * @param hub the hub's address, null where the registry is a file
 * @param enrol one-time code, needed once
 * @param broker {@code embedded}, {@code tcp://host:port} or {@code ssl://host:port}
 * @param shared several edges share the site's scanners
 * @param registry the registry as a file, null where there is a hub
 * @param devices how scanners are looked after
 * @param journalLimitBytes room for entries no hub has confirmed
 * @param links how safe and how wide the links are
 */
record EdgeSettings(
        Path data,
        String site,
        String edge,
        @Nullable String country,
        @Nullable URI hub,
        @Nullable String enrol,
        String broker,
        @Nullable String brokerUser,
        @Nullable String brokerPassword,
        boolean shared,
        String mqttHost,
        int mqttPort,
        String httpHost,
        int httpPort,
        @Nullable Path policy,
        @Nullable Path registry,
        Duration repeatWindow,
        Locale locale,
        DeviceSettings devices,
        long journalLimitBytes,
        EdgeLinks links) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Duration LONGEST_REPEAT_WINDOW = Duration.ofMinutes(5);

    EdgeSettings {
        name(site, "--site");
        name(edge, "--edge");
        if (country != null && !country.matches("[A-Z]{2}")) {
            throw new BadUsage("--country: '" + country + "' is no country of two capital letters, such as DE");
        }
        if (hub == null && registry == null) {
            throw new BadUsage("give --hub URL, or --registry FILE for an edge without a hub");
        }
        if (hub != null && registry != null) {
            throw new BadUsage(
                    "--hub and --registry exclude each other: the file is the registry of an edge without a hub");
        }
        if (hub != null) {
            try {
                HubClient.checked(hub);
            } catch (IllegalArgumentException e) {
                throw new BadUsage("--hub: " + e.getMessage(), e);
            }
        }
        if (!broker.equals("embedded")) {
            brokerAddress(broker);
        }
        port(mqttPort, 1, "--mqtt-port");
        port(httpPort, 0, "--http-port");
        if (repeatWindow.isNegative() || repeatWindow.compareTo(LONGEST_REPEAT_WINDOW) > 0) {
            throw new BadUsage("--repeat-window is between 0s and " + LONGEST_REPEAT_WINDOW.toSeconds() + "s");
        }
        if (broker.equals("embedded") && links.mqttUsers() == null && !links.mqttAnonymous() && !isLoopback(mqttHost)) {
            throw new BadUsage("--mqtt-host " + mqttHost + " opens the broker to others: give --mqtt-users FILE, or"
                    + " --mqtt-anonymous where everybody on that network may scan");
        }
        if (journalLimitBytes < 1 << 20) {
            throw new BadUsage("--journal-limit is at least 1MiB");
        }
    }

    boolean embeddedBroker() {
        return broker.equals("embedded");
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    private static void name(String value, String option) {
        if (!NAME.matcher(value).matches()) {
            throw new BadUsage(
                    value.isEmpty()
                            ? option + " is missing"
                            : option + ": '" + value + "' is not 1 to 64 letters, digits, _ and -");
        }
    }

    private static void port(int port, int lowest, String option) {
        if (port < lowest || port > 65_535) {
            throw new BadUsage(option + ": " + port + " is no port (" + lowest + " to 65535)");
        }
    }

    private static void brokerAddress(String broker) {
        URI uri;
        try {
            uri = URI.create(broker);
        } catch (IllegalArgumentException e) {
            throw new BadUsage("--broker: '" + broker + "' is no address", e);
        }
        String scheme = String.valueOf(uri.getScheme());
        if (!(scheme.equals("tcp") || scheme.equals("ssl")) || uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new BadUsage("--broker is embedded, tcp://host:port or ssl://host:port");
        }
    }
}
