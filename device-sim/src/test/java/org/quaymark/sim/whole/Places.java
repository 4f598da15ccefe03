package org.quaymark.sim.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.quaymark.sim.deployment.Jars;

/** Where the tests find the jars, and where they leave what they made. */
final class Places {
    private static final Path MODULE = Path.of("").toAbsolutePath();

    private Places() {}

    static Jars jars() {
        return Jars.ofBuild(Objects.requireNonNull(MODULE.getParent()));
    }

    /** A new directory that stays for a look after the tests. */
    static Path directory(String name) {
        try {
            Path parent = Files.createDirectories(MODULE.resolve("target").resolve("whole"));
            return Files.createTempDirectory(parent, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException("a directory for " + name, e);
        }
    }

    /** A file of the build's output. */
    static Path output(String name) {
        return MODULE.resolve("target").resolve(name);
    }
}
