package org.quaymark.edge.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A file system of its own, which can really be full and really become read-only; needs root and mount. */
public final class SmallDisk implements AutoCloseable {
    private final Path root;
    private final Path mountPoint;
    private final List<String> mount;

    private SmallDisk(Path root, List<String> mount) throws IOException {
        this.root = root;
        this.mountPoint = Files.createDirectories(root.resolve("disk"));
        this.mount = mount;
        Assumptions.assumeTrue(mounted(), "file systems cannot be mounted here");
    }

    /** In memory: for ENOSPC. */
    public static SmallDisk ofKibibytes(Path root, int kibibytes) throws IOException {
        Path at = root.resolve("disk");
        return new SmallDisk(
                root, List.of("mount", "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "quaymark-test", at.toString()));
    }

    /** An ext4 of 16 MiB in a file: for a disk that its kernel makes read-only after an error. */
    static SmallDisk ext4(Path root) throws IOException {
        Path image = root.resolve("image");
        Assumptions.assumeTrue(
                run("truncate", "-s", "16M", image.toString()) && run("mkfs.ext4", "-q", image.toString()),
                "no ext4 can be made here");
        return new SmallDisk(
                root,
                List.of(
                        "mount",
                        "-o",
                        "loop",
                        image.toString(),
                        root.resolve("disk").toString()));
    }

    public Path directory() {
        return mountPoint;
    }

    /** Takes all room there is. */
    public void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(mountPoint.resolve("ballast"))) {
            byte[] piece = new byte[4_096];
            while (true) {
                out.write(piece);
            }
        } catch (IOException full) {
            // That is what was wanted.
            return;
        }
    }

    public void makeRoom() throws IOException {
        Files.deleteIfExists(mountPoint.resolve("ballast"));
    }

    /** What the kernel does after an error on the disk: every write fails from here on. */
    void becomeReadOnly() {
        Assumptions.assumeTrue(run("mount", "-o", "remount,abort", mountPoint.toString()), "no such remount here");
    }

    /** What a person does then. */
    void repair() {
        run("umount", "-l", mountPoint.toString());
        run("fsck.ext4", "-p", root.resolve("image").toString());
        if (!mounted()) {
            throw new IllegalStateException("the disk cannot be mounted again");
        }
    }

    private boolean mounted() {
        return run(mount.toArray(String[]::new));
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // A repair that repaired something ends with 1.
            int most = command[0].startsWith("fsck") ? 1 : 0;
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() <= most;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        run("umount", "-l", mountPoint.toString());
    }
}
