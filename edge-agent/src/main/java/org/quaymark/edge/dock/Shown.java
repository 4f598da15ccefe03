package org.quaymark.edge.dock;

import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.reading.Scan;

/** A scan and what was said of it. */
record Shown(Scan scan, Verdict verdict) {}
