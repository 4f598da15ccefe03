package org.quaymark.edge.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Room set aside for the day the disk is full: taking in a receipt needs some before it makes some. It is spent at the first
 * sign of a full disk, and nothing is recorded until it is there again. Used by the writer's thread only.
 */
final class Reserve {
    private static final Logger LOG = LoggerFactory.getLogger(Reserve.class);
    private static final int BYTES = 4 << 20;
    private static final int PIECE = 64 << 10;

    private final Path file;
    private boolean spent;

    Reserve(Path journal) {
        this.file = journal.resolveSibling(journal.getFileName() + ".reserve");
        this.spent = !restored();
    }

    boolean isSpent() {
        return spent;
    }

    /** Gives the room free. */
    void spend() {
        spent = true;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The reserve {} cannot be given free: {}", file, e.getMessage());
        }
    }

    /** Sets the room aside again where there is enough of it; whether it is there now. */
    boolean restored() {
        try {
            if (!Files.exists(file) || Files.size(file) != BYTES) {
                // Asked first: trying several times a second would wear a card out.
                if (Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace() < BYTES) {
                    return false;
                }
                fill();
            }
            spent = false;
            return true;
        } catch (IOException e) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException alsoNot) {
                LOG.debug("Deleting {}", file, alsoNot);
            }
            return false;
        }
    }

    private void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int written = 0; written < BYTES; written += PIECE) {
                out.write(piece);
            }
        }
    }
}
