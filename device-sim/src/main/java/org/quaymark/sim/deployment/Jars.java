package org.quaymark.sim.deployment;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.settings.Failure;

/**
 * The runnable jars of the three processes.
 *
 * @param sim this program's own
 */
public record Jars(Path hub, Path edge, Path sim) {
    private static final int LEVELS = 4;

    /**
     * Those given, else those of a build of the source around this program, else those beside it.
     *
     * @throws Failure where one is not there, with what to do
     */
    public static Jars find(@Nullable Path hub, @Nullable Path edge) {
        Path sim = own();
        return new Jars(find(sim, hub, "hub", "--hub-jar"), find(sim, edge, "edge-agent", "--edge-jar"), sim);
    }

    /** Those of a build of the source in that directory. */
    public static Jars ofBuild(Path root) {
        return new Jars(built(root, "hub"), built(root, "edge-agent"), built(root, "device-sim"));
    }

    private static Path find(Path sim, @Nullable Path given, String name, String option) {
        List<Path> candidates = new ArrayList<>();
        if (given != null) {
            candidates.add(given);
        } else {
            Path directory = Files.isDirectory(sim) ? sim : sim.resolveSibling("");
            @Nullable Path up = directory;
            for (int i = 0; i < LEVELS && up != null; i++) {
                candidates.add(built(up, name));
                up = up.getParent();
            }
            candidates.add(directory.resolve(name + ".jar"));
        }
        return candidates.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new Failure("no " + name + ".jar at " + candidates.get(0)
                        + ": build it (mvn package) or say where it is with " + option));
    }

    private static Path built(Path root, String name) {
        return root.resolve(name).resolve("target").resolve(name + ".jar");
    }

    private static Path own() {
        CodeSource source = Jars.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalStateException("this program does not know where it is");
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("where this program is: " + source.getLocation(), e);
        }
    }
}
