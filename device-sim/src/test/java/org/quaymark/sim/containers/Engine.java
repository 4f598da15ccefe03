package org.quaymark.sim.containers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether containers can be run here without pulling anything. */
public final class Engine {
    private static final Duration SHORT = Duration.ofSeconds(20);

    private Engine() {}

    /** Skips the test, saying what is missing, where no engine answers or one of the images is not there. */
    public static void assumeImages(String... images) {
        assumeTrue(docker("version").ok(), "no container engine answers");
        assumeTrue(docker("compose", "version").ok(), "the container engine has no compose");
        List<String> missing = new ArrayList<>();
        for (String image : images) if (!docker("image", "inspect", image).ok()) missing.add(image);
        assumeTrue(missing.isEmpty(), "images that are not here, and are not pulled by a test: " + missing);
    }

    private static Command docker(String... arguments) {
        List<String> line = new ArrayList<>(List.of("docker"));
        line.addAll(List.of(arguments));
        return Command.run(SHORT, Map.of(), Path.of("."), line);
    }
}
