package org.quaymark.edge.dock;

import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.reading.Scan;

/**
 * A scan and what is said of it.
 *
 * @param first what was said at first, where it was decided again since; else null
 */
record Shown(Scan scan, Verdict verdict, @Nullable Effect first) {
    Shown(Scan scan, Verdict verdict) {
        this(scan, verdict, null);
    }

    /** The same after the registry changed. */
    Shown decidedAgain(Verdict again) {
        return new Shown(scan, again, first == null ? verdict.verdict() : first);
    }
}
