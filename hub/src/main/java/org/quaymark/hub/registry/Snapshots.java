package org.quaymark.hub.registry;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.HubSettings;
import org.quaymark.hub.storage.Head;
import org.quaymark.inspection.registry.ReplicaFormat;

/**
 * Ready replicas for new edges: built aside, swapped in by rename. One that is a thousand changes behind is still good, the
 * feed brings the rest; the one before is kept for downloads that go on. Thread-safe.
 */
@Singleton
final class Snapshots {
    private static final long MAX_BEHIND = 1_000;
    private static final int KEPT = 2;

    private final RegistryAuthority authority;
    private final SnapshotBuilder builder;
    private final Path directory;
    private @Nullable Snapshot current;

    Snapshots(RegistryAuthority authority, SnapshotBuilder builder, HubSettings settings) {
        this.authority = authority;
        this.builder = builder;
        this.directory = settings.data().resolve("snapshots");
    }

    /**
     * A snapshot.
     *
     * @param note the hub's signed head of the feed at its sequence
     * @param sha256 of the file, hexadecimal
     */
    record Snapshot(Path file, long sequence, String note, String sha256, long size) {}

    /** The present one, built now where there is none or it is too far behind. */
    synchronized Snapshot current() {
        Head head = authority.head();
        Snapshot known = current;
        if (known != null
                && Files.exists(known.file())
                && head.sequence() - known.sequence() <= MAX_BEHIND
                && (known.sequence() > 0 || head.sequence() == 0)) {
            return known;
        }
        try {
            Files.createDirectories(directory);
            Path aside = directory.resolve("building-" + ProcessHandle.current().pid() + ".db");
            Files.deleteIfExists(aside);
            SnapshotBuilder.Built built = builder.build(aside);
            String sha256 = sha256(aside);
            Path file = directory.resolve("registry-v" + ReplicaFormat.VERSION + "-" + built.sequence() + "-"
                    + sha256.substring(0, 12) + ".db");
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Snapshot fresh = new Snapshot(file, built.sequence(), built.note(), sha256, Files.size(file));
            current = fresh;
            removeOld();
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException("building a snapshot in " + directory, e);
        }
    }

    private void removeOld() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.filter(file -> file.getFileName().toString().startsWith("registry-"))
                    .sorted((a, b) -> Long.compare(modified(b), modified(a)))
                    .toList();
        }
        for (Path file : files.subList(Math.min(KEPT, files.size()), files.size())) {
            Files.deleteIfExists(file);
        }
    }

    private static long modified(Path file) {
        return file.toFile().lastModified();
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
