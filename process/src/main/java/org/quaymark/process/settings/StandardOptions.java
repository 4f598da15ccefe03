package org.quaymark.process.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options every command has. */
final class StandardOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 1000,
            description = "Show this help and exit.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            order = 1001,
            description = "Show the version and exit.")
    boolean version;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            order = 1002,
            description = "A YAML file with settings: option names without the dashes, as keys.")
    @Nullable
    Path config;

    @Option(
            names = "--print-config",
            help = true,
            order = 1003,
            description = "Show the effective settings and where each came from, and exit.")
    boolean printConfig;

    @Option(names = "--verbose", order = 1004, description = "Log more; show the stack trace of a failure.")
    boolean verbose;
}
