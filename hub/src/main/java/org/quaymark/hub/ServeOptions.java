package org.quaymark.hub;

import java.util.List;
import org.quaymark.hub.http.ClientAddresses;
import org.quaymark.hub.http.HttpSettings;
import org.quaymark.process.settings.BadUsage;
import org.quaymark.process.settings.ByteSize;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What serving takes. */
final class ServeOptions {
    @Mixin
    DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--http-host",
            defaultValue = "127.0.0.1",
            paramLabel = "HOST",
            description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    String httpHost = "127.0.0.1";

    @Option(
            names = "--http-port",
            defaultValue = "8080",
            paramLabel = "PORT",
            description = "Port to listen on, 0 for a free one (default: ${DEFAULT-VALUE}).")
    int httpPort = 8080;

    @Option(
            names = "--trusted-proxies",
            split = ",",
            paramLabel = "NETWORKS",
            description = "Reverse proxies that are believed about where a request comes from (X-Forwarded-For or"
                    + " Forwarded): addresses or networks such as 10.0.0.0/8 (default: none).")
    List<String> trustedProxies = List.of();

    @Option(
            names = "--caller-rate",
            defaultValue = HttpSettings.DEFAULT_CALLER_RATE,
            paramLabel = "N",
            description = "Requests a second of one edge, system or session; ten seconds' worth at once"
                    + " (default: ${DEFAULT-VALUE}).")
    int callerRate;

    @Option(
            names = "--caller-bytes",
            defaultValue = HttpSettings.DEFAULT_CALLER_BYTES,
            paramLabel = "SIZE",
            description = "Bytes a second of request bodies of one of these (default: ${DEFAULT-VALUE}).")
    ByteSize callerBytes = ByteSize.parse(HttpSettings.DEFAULT_CALLER_BYTES);

    @Option(
            names = "--stranger-rate",
            defaultValue = HttpSettings.DEFAULT_STRANGER_RATE,
            paramLabel = "N",
            description = "Requests a second from one address that do not prove who they are; ten seconds' worth at"
                    + " once (default: ${DEFAULT-VALUE}).")
    int strangerRate;

    HttpSettings limits() {
        if (callerRate < 1 || callerBytes.bytes() < 1 || strangerRate < 1) {
            throw new BadUsage("--caller-rate, --caller-bytes and --stranger-rate are at least 1");
        }
        try {
            return new HttpSettings(
                    callerRate, callerBytes.bytes(), strangerRate, ClientAddresses.trusting(trustedProxies));
        } catch (IllegalArgumentException e) {
            throw new BadUsage("--trusted-proxies: " + e.getMessage(), e);
        }
    }
}
