package org.quaymark.edge.scanner;

import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Recollection;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.reading.Scan;

/**
 * Gives the verdict on a scan against the replica as it is at this moment. Called from the scan thread only; no lock, no
 * disk write, no waiting.
 */
@FunctionalInterface
public interface Decider {
    /** The verdict, whose {@link Verdict#scan()} is the scan's id. */
    Decided decide(Scan scan);

    /** A verdict, and what was known of earlier scans when it was given; null where that was nothing. */
    record Decided(Verdict verdict, @Nullable Recollection before) {}
}
