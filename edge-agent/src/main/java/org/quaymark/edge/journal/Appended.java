package org.quaymark.edge.journal;

import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Verdict;

/**
 * What became of an append.
 *
 * @param sequence the entry's number in this edge's journal; 0 where it could not be recorded yet and waits in memory
 * @param repeated whether the same id of the same device was in the journal already: then nothing was written
 * @param earlier the verdict that scan was given then, which is the one to answer with; null where it is new or was no scan
 */
public record Appended(
        long sequence, boolean repeated, @Nullable Verdict earlier) {
    /** Whether it is on disk. */
    public boolean recorded() {
        return sequence != 0;
    }
}
