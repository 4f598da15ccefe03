package org.quaymark.inspection.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.inspection.decision.Recollection;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.device.Notice;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.reading.keyboard.DeviceProfile;

/**
 * An entry of an edge's journal. On the wire and on disk it is one line of JSON, whose bytes the hash chain covers.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalEntry.Sighting.class, name = "sighting"),
    @JsonSubTypes.Type(value = JournalEntry.WorkerAction.class, name = "action"),
    @JsonSubTypes.Type(value = JournalEntry.DeviceHealth.class, name = "health"),
    @JsonSubTypes.Type(value = JournalEntry.Calibrated.class, name = "calibration"),
    @JsonSubTypes.Type(value = JournalEntry.RetroVerdict.class, name = "retro"),
    @JsonSubTypes.Type(value = JournalEntry.PolicyInForce.class, name = "policy"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface JournalEntry {
    /** Number in the edge's journal, from 1 and without gaps. */
    long sequence();

    /** When it was written, by the edge's clock: the sequence orders, the time only tells. */
    Instant at();

    /**
     * A scan and the verdict the worker was given.
     *
     * @param before what was known of earlier scans when it was decided, as it was answered then: with it, the registry at the
     *     verdict's sequence and its policy, the verdict can be given again; null where nothing was known
     * @param clockOffMillis how far the edge's clock was known to be off when this was written: what has to be added to
     *     {@code at} for the hub's time; null where it was right within two seconds, or nothing was known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sighting(
            long sequence,
            Instant at,
            Scan scan,
            Verdict verdict,
            @Nullable Recollection before,
            @Nullable Long clockOffMillis)
            implements JournalEntry {
        /** A sighting by a clock nothing bad is known of. */
        public Sighting(long sequence, Instant at, Scan scan, Verdict verdict, @Nullable Recollection before) {
            this(sequence, at, scan, verdict, before, null);
        }
    }

    /**
     * What a worker answered by a control code.
     *
     * @param action the code without its {@code QM:}, such as {@code HELD}
     * @param scan id of the scan it refers to: the device's last verdict; null where it had none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkerAction(
            long sequence,
            Instant at,
            String id,
            String site,
            String dock,
            String device,
            String action,
            @Nullable String scan,
            @Nullable String operator)
            implements JournalEntry {}

    /**
     * The state of a device, from time to time.
     *
     * @param state what it said of itself last: {@code online}, {@code offline}
     * @param counts reads, repaired, doubtful, unreadable, and {@code fault:NAME} by fault; all of them since {@code since}
     * @param since when the counting began, null where it is not known
     * @param notice the maintenance notice in force, null where there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeviceHealth(
            long sequence,
            Instant at,
            String site,
            String dock,
            String device,
            String state,
            Map<String, Long> counts,
            @Nullable Instant since,
            @Nullable Notice notice)
            implements JournalEntry {
        public DeviceHealth {
            counts = counts == null ? Map.of() : Map.copyOf(counts);
        }
    }

    /** The policy that the edge decides by from here on; there is none as long as it is the standard's. */
    record PolicyInForce(long sequence, Instant at, Policy policy) implements JournalEntry {}

    /**
     * What a device does to codes is known from here on, or is taken to be nothing: an input of every later verdict on its
     * scans.
     *
     * @param profile null where the device is taken to change nothing
     * @param reason {@code learned}, {@code in-order}, {@code reads-clean}, {@code too-many}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Calibrated(
            long sequence,
            Instant at,
            String site,
            String dock,
            String device,
            @Nullable DeviceProfile profile,
            String reason)
            implements JournalEntry {}

    /** A verdict given again after the registry changed; the first one stands in the journal as it was. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RetroVerdict(long sequence, Instant at, String scan, Verdict verdict) implements JournalEntry {}
}
