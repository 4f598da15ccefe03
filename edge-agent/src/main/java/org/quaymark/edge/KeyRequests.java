package org.quaymark.edge;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Somebody wants the edge's key changed: a file in its data directory says so, until the next key is on disk. */
record KeyRequests(Path data) {
    /** Asks; asking twice is asking once. */
    void ask() throws IOException {
        try {
            Files.createFile(file());
        } catch (FileAlreadyExistsException e) {
            // it was asked already
            assert e != null;
        }
    }

    boolean isAsked() {
        return Files.exists(file());
    }

    void done() throws IOException {
        Files.deleteIfExists(file());
    }

    private Path file() {
        return data.resolve("rotate-key");
    }
}
