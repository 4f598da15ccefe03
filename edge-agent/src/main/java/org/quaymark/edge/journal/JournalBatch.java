package org.quaymark.edge.journal;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Consecutive entries as they are on disk.
 *
 * @param first number of the first
 * @param last number of the last; {@code first - 1} where there is none
 * @param lines the entries' bytes, without line feeds: what the chain covers
 * @param chain the chain's head after the last
 */
public record JournalBatch(long first, long last, List<byte[]> lines, byte[] chain) {
    /** Whether there is nothing to send. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The entries as NDJSON. */
    public byte[] toNdjson() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(
                lines.stream().mapToInt(l -> l.length + 1).sum());
        for (byte[] line : lines) {
            out.writeBytes(line);
            out.write('\n');
        }
        return out.toByteArray();
    }
}
