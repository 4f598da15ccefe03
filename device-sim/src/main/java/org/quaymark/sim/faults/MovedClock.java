package org.quaymark.sim.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/** A process's wall clock, moved by {@link Saboteur} inside it; the monotonic clock stays, as it does where somebody sets the time. */
final class MovedClock {
    private final Path offset;

    private MovedClock(Path offset) {
        this.offset = offset;
    }

    /** One that tells the time, in that directory. */
    static MovedClock in(Path directory) throws IOException {
        MovedClock clock = new MovedClock(Files.createDirectories(directory).resolve("offset-millis"));
        clock.move(Duration.ZERO);
        return clock;
    }

    /** What the Java of a process is started with to have this clock. */
    List<String> flags(Path simulator) {
        return List.of("-javaagent:" + simulator + "=" + Saboteur.CLOCK + "=" + offset);
    }

    /** Moves it; the process sees it within half a second. */
    void move(Duration by) {
        try {
            Path written = Files.writeString(offset.resolveSibling("offset.new"), String.valueOf(by.toMillis()));
            Files.move(written, offset, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("moving a clock", e);
        }
    }
}
