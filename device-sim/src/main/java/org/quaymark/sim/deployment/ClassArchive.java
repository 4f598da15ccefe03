package org.quaymark.sim.deployment;

import java.nio.file.Path;
import java.util.List;

/**
 * The classes of a program as its Java lays them out in memory: a process that starts from them is ready in two thirds of the
 * time (JEP 350). Where the file is not there or not this Java's, it starts as ever.
 */
public record ClassArchive(Path file) {
    /** Flags of a process that writes it when it is asked to stop; it takes no Java agents. */
    public List<String> written() {
        return List.of("-XX:ArchiveClassesAtExit=" + file);
    }

    /** Flags of a process that starts from it. */
    public List<String> used() {
        return List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto");
    }
}
