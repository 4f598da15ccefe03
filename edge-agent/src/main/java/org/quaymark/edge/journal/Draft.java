package org.quaymark.edge.journal;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.inspection.decision.Recollection;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.device.Notice;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.reading.keyboard.DeviceProfile;

/** What is to be journalled: an entry that has no number yet. */
public sealed interface Draft {
    /** A scan with the verdict it will be answered with, and what was known before, null where that was nothing. */
    record Sighting(Scan scan, Verdict verdict, @Nullable Recollection before) implements Draft {}

    /**
     * A control code a worker scanned.
     *
     * @param id the message's id, the same rules as for a scan's
     * @param at when it was scanned
     * @param action the code without {@code QM:}
     * @param scan the scan it refers to, null where the device had none
     */
    record Action(
            String id,
            Instant at,
            DeviceId device,
            String action,
            @Nullable String scan,
            @Nullable String operator) implements Draft {}

    /** A device's counters since a moment, and the maintenance notice in force. */
    record Health(
            DeviceId device,
            String state,
            Map<String, Long> counts,
            Instant since,
            @Nullable Notice notice) implements Draft {}

    /** What a device does to codes was learned, or is forgotten: then there is no profile. */
    record Calibrated(DeviceId device, @Nullable DeviceProfile profile, String reason) implements Draft {}

    /** The policy that is decided by from here on. */
    record PolicyInForce(Policy policy) implements Draft {}

    /**
     * What the edge says of itself: entries that could not be recorded, a journal set aside. In the journal it is the health of
     * the device {@code edge/{edge}}, a dock's name that no dock has.
     */
    record EdgeHealth(String site, String edge, String state, Map<String, Long> counts) implements Draft {}

    /** A verdict given again. */
    record Retro(String scan, Verdict verdict) implements Draft {}
}
