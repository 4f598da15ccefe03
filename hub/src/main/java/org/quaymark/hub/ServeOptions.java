package org.quaymark.hub;

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
}
