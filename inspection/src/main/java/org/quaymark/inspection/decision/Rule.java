package org.quaymark.inspection.decision;

import java.util.List;

/** One rule, for one finding. Stateless: everything it needs is in the circumstances. */
interface Rule {
    FindingCode code();

    Subject subject();

    /** What is found; mostly nothing or one. */
    List<Found> judge(Circumstances c);
}
