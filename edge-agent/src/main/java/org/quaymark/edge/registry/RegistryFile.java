package org.quaymark.edge.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.log.HashChain;
import org.quaymark.process.json.InvalidLine;
import org.quaymark.process.json.RegistryJson;

/**
 * A registry from a file, without a hub: one line after the other goes into a replica. A line that is not valid is told
 * with its number and passed over; the others count.
 */
public final class RegistryFile {
    /** The epoch of a replica that was loaded from a file. */
    static final String EPOCH = "file";

    private static final int GROUP = 5_000;
    private static final int TOLD = 100;
    private static final long PROGRESS_EVERY = 100_000;

    private RegistryFile() {}

    /**
     * What became of the file.
     *
     * @param accepted lines taken in
     * @param rejected lines that are not valid
     */
    public record Loaded(long accepted, long rejected) {}

    /**
     * The replica to load the file into: the one there is where it was loaded from the same bytes, else an empty one.
     *
     * @throws IOException where the file cannot be read, or the old replica not be taken away
     */
    public static Replica open(Path replicaFile, Path file, Clock clock) throws IOException {
        Replica replica = Replica.open(replicaFile, clock);
        if (isLoaded(file, replica)) {
            return replica;
        }
        replica.close();
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(replicaFile.resolveSibling(replicaFile.getFileName() + suffix));
        }
        return Replica.open(replicaFile, clock);
    }

    /** Whether the replica was loaded from these bytes. */
    public static boolean isLoaded(Path file, Replica replica) throws IOException {
        String loaded = replica.loadedFrom();
        return loaded != null && loaded.equals(SnapshotDownload.sha256(file));
    }

    /**
     * Loads the file into an empty replica.
     *
     * @param problems gets a line for each of the first hundred lines that are not valid
     * @throws IOException where the file cannot be read
     */
    public static Loaded load(Path file, Replica replica, Clock clock, Consumer<String> problems) throws IOException {
        long number = 0;
        long accepted = 0;
        long rejected = 0;
        HashChain chain = HashChain.empty();
        List<Replica.Change> group = new ArrayList<>();
        // A byte that is no UTF-8 spoils its line, not the file.
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (number == 1 && line.startsWith("\uFEFF")) {
                    line = line.substring(1);
                }
                if (line.isBlank()) {
                    continue;
                }
                try {
                    if (line.indexOf('\uFFFD') >= 0) {
                        throw new IOException("not UTF-8");
                    }
                    group.add(new Replica.Change(number, RegistryJson.read(line)));
                    chain.append(line.getBytes(StandardCharsets.UTF_8));
                    accepted++;
                } catch (InvalidLine | IOException e) {
                    rejected++;
                    if (rejected <= TOLD) {
                        problems.accept(file + " line " + number + ": " + e.getMessage());
                    }
                }
                if (group.size() >= GROUP) {
                    apply(replica, group, number, chain, null);
                }
                if (number % PROGRESS_EVERY == 0) {
                    problems.accept(file + ": " + number + " lines read");
                }
            }
        }
        apply(replica, group, number, chain, clock.instant());
        replica.putLoadedFrom(SnapshotDownload.sha256(file));
        if (rejected > TOLD) {
            problems.accept(file + ": " + (rejected - TOLD) + " more lines are not valid");
        }
        return new Loaded(accepted, rejected);
    }

    private static void apply(
            Replica replica, List<Replica.Change> group, long number, HashChain chain, @Nullable Instant completeAt) {
        replica.apply(group, new ReplicaHead(EPOCH, number, chain.head(), completeAt, completeAt), null);
        group.clear();
    }
}
