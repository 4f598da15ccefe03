package org.quaymark.edge.scanner;

import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.reading.Scan;

/**
 * Gives the verdict on a scan against the replica as it is at this moment. Called from the scan thread only; no lock, no
 * disk write, no waiting.
 */
@FunctionalInterface
public interface Decider {
    /** The verdict, whose {@link Verdict#scan()} is the scan's id. */
    Verdict decide(Scan scan);
}
