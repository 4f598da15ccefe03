package org.quaymark.sim.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program run to its end, or killed at a deadline: an engine that pulls images from nowhere waits for ever. */
record Command(int exit, String output) {
    private static final int TIMED_OUT = 124;

    static Command run(Duration deadline, Map<String, String> environment, Path directory, List<String> line) {
        Path log = null;
        try {
            log = Files.createTempFile("quaymark-command", ".log");
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            return new Command(ended ? process.exitValue() : TIMED_OUT, Files.readString(log));
        } catch (IOException e) {
            return new Command(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + line, e);
        } finally {
            delete(log);
        }
    }

    boolean ok() {
        return exit == 0;
    }

    /** The end of what it said. */
    String tail() {
        return output.length() > 3_000 ? "…" + output.substring(output.length() - 3_000) : output;
    }

    private static void delete(@org.jspecify.annotations.Nullable Path log) {
        try {
            if (log != null) Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
