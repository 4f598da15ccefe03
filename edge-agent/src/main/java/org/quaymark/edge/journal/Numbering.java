package org.quaymark.edge.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.log.JournalEntry;

/** Makes the entry of a draft, once its number is known. */
final class Numbering {
    private Numbering() {}

    /** @param clockOffMillis what has to be added to {@code now} for the hub's time; null where that is next to nothing */
    static JournalEntry entry(Draft draft, long sequence, Instant now, @Nullable Long clockOffMillis) {
        if (draft instanceof Draft.Sighting sighting) {
            return new JournalEntry.Sighting(
                    sequence, now, sighting.scan(), sighting.verdict(), sighting.before(), clockOffMillis);
        }
        if (draft instanceof Draft.Action action) {
            return new JournalEntry.WorkerAction(
                    sequence,
                    action.at(),
                    action.id(),
                    action.device().site(),
                    action.device().dock(),
                    action.device().device(),
                    action.action(),
                    action.scan(),
                    action.operator());
        }
        if (draft instanceof Draft.Health health) {
            return new JournalEntry.DeviceHealth(
                    sequence,
                    now,
                    health.device().site(),
                    health.device().dock(),
                    health.device().device(),
                    health.state(),
                    health.counts(),
                    health.since(),
                    health.notice());
        }
        if (draft instanceof Draft.Calibrated calibrated) {
            return new JournalEntry.Calibrated(
                    sequence,
                    now,
                    calibrated.device().site(),
                    calibrated.device().dock(),
                    calibrated.device().device(),
                    calibrated.profile(),
                    calibrated.reason());
        }
        if (draft instanceof Draft.PolicyInForce inForce) {
            return new JournalEntry.PolicyInForce(sequence, now, inForce.policy());
        }
        if (draft instanceof Draft.EdgeHealth health) {
            return new JournalEntry.DeviceHealth(
                    sequence, now, health.site(), "edge", health.edge(), health.state(), health.counts(), null, null);
        }
        Draft.Retro retro = (Draft.Retro) draft;
        return new JournalEntry.RetroVerdict(sequence, now, retro.scan(), retro.verdict());
    }
}
