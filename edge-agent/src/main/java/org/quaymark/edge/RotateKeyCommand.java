package org.quaymark.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.settings.BadUsage;
import org.quaymark.process.settings.CommandLineMain;
import org.quaymark.process.settings.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code edge-agent rotate-key}: asks an enrolled edge for a new key. */
@Command(
        name = "rotate-key",
        description =
                "Asks the edge of that directory for a new key. A running edge makes it within seconds and tells the hub,"
                        + " one that is stopped at its next start; the journal goes on. Its log says when the hub knows the key.")
final class RotateKeyCommand implements Callable<Integer> {
    @Option(names = "--data", defaultValue = "./data/edge", description = "Directory of the edge's journal.")
    private Path data = Path.of("data", "edge");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.exists(data.resolve("journal.db"))) {
            throw new BadUsage("--data: there is no journal of an edge in " + data);
        }
        try {
            new KeyRequests(data).ask();
        } catch (IOException e) {
            throw new Failure("asking the edge in " + data + ": " + e.getMessage(), e);
        }
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println("The edge of " + data + " is asked for a new key; its log says when the hub knows it.");
        return CommandLineMain.SUCCESS;
    }
}
