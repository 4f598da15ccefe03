package org.quaymark.sim.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.settings.Failure;

/** A disk of its own that can be filled to the last byte: a file system in memory, which takes root and Linux. */
final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 1 << 16;
    private static final long PATIENCE_SECONDS = 10;

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    /** Mounts one there; null where this machine or user cannot. */
    static @Nullable SmallDisk mount(Path directory, int mebibytes) throws IOException {
        Files.createDirectories(directory);
        return run(List.of(
                        "mount",
                        "-t",
                        "tmpfs",
                        "-o",
                        "size=" + mebibytes + "m,mode=700",
                        "tmpfs",
                        directory.toString()))
                ? new SmallDisk(directory)
                : null;
    }

    Path directory() {
        return directory;
    }

    /** Fills it. */
    void fill() {
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) {
                out.write(block);
            }
        } catch (FileSystemException e) {
            throw new Failure("filling " + directory, e);
        } catch (IOException full) {
            lastBytes();
        }
    }

    /** What is smaller than a block is left over. */
    private void lastBytes() {
        try (OutputStream out = Files.newOutputStream(directory.resolve("filler.last"))) {
            while (true) {
                out.write(0);
            }
        } catch (IOException full) {
            // that it is full is what was wanted
            assert full != null;
        }
    }

    /** Gives the room back. */
    void free() {
        try {
            Files.deleteIfExists(filler());
            Files.deleteIfExists(directory.resolve("filler.last"));
        } catch (IOException e) {
            throw new Failure("freeing " + directory, e);
        }
    }

    private Path filler() {
        return directory.resolve("filler");
    }

    private static boolean run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        run(List.of("umount", "-l", directory.toString()));
    }
}
