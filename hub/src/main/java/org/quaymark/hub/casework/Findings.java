package org.quaymark.hub.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quaymark.inspection.decision.Finding;

/** Findings of several sightings as one list. */
final class Findings {
    /** A case tells what kind of mismatch it is; beyond this many different ones the sightings have the rest. */
    private static final int MAX = 50;

    private Findings() {}

    /** Each finding once, the strongest first. */
    static List<Finding> merged(List<Finding> known, List<Finding> more) {
        List<Finding> all = new ArrayList<>(known);
        for (Finding finding : more) {
            if (!all.contains(finding)) {
                all.add(finding);
            }
        }
        all.sort(Comparator.comparing(Finding::effect).reversed());
        return List.copyOf(all.subList(0, Math.min(MAX, all.size())));
    }
}
