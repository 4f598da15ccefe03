package org.quaymark.inspection.decision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.reading.keyboard.CalibratedDevice;

/**
 * What was seen before a scan, as far as the one who decides knows it: an edge its own site, the hub all. For one scan id it
 * answers the same each time, or a verdict could not be reproduced: nothing at or after the scan itself belongs in it.
 */
public interface History {
    /** Nothing was ever seen. */
    static History none() {
        return new History() {};
    }

    /**
     * Earlier attempts at reading what this scan is about: the same parcel, or where none is known, the same device's
     * attempts since its last verdict other than {@link Effect#RESCAN}.
     */
    default Tries tries(Scan scan, Identification identified) {
        return Tries.NONE;
    }

    /** Every earlier sighting of that unit, oldest first. */
    default List<Seen> sightingsOf(String gtin, String serial) {
        return List.of();
    }

    /**
     * Every item seen earlier in the parcel, oldest first.
     *
     * @param parcels the numbers that the parcel of this scan goes by
     */
    default List<Packed> packedIn(Scan scan, List<String> parcels) {
        return List.of();
    }

    /** What the scan's device did to its texts when it was made, as far as its self-test codes told; null where nothing is known. */
    default @Nullable CalibratedDevice calibration(Scan scan) {
        return null;
    }

    /** Seconds by which the clock that timed this scan may have been off. */
    default long clockUncertaintySeconds(Scan scan) {
        return 0;
    }

    /**
     * Country of the scan's site as the one who decides was told it, asked where the registry does not know the site: ISO 3166-1
     * alpha-2, null where nobody said.
     */
    default @Nullable String country(Scan scan) {
        return null;
    }

    /**
     * Earlier attempts.
     *
     * @param rescans verdicts {@link Effect#RESCAN} before this scan
     * @param devices ids of the devices that got them
     * @param labelDamaged whether the worker scanned {@code QM:DAMAGED-LABEL} on it
     */
    record Tries(int rescans, List<String> devices, boolean labelDamaged) {
        /** The first attempt. */
        public static final Tries NONE = new Tries(0, List.of(), false);

        public Tries {
            devices = List.copyOf(devices);
        }
    }

    /**
     * A unit was seen.
     *
     * @param scan id of the scan
     * @param clockUncertaintySeconds by how much the edge's clock may have been off
     * @param closed whether the unit was released or came back after it, so that a later parcel may hold it
     */
    record Seen(
            String scan,
            Instant at,
            String site,
            String device,
            @Nullable String parcel,
            long clockUncertaintySeconds,
            boolean closed) {}

    /**
     * An item was seen in a parcel.
     *
     * @param gtin 14 digits
     * @param lot as its label, or else the registry, says
     * @param serial null where units cannot be told apart
     */
    record Packed(
            String gtin, @Nullable String lot, @Nullable String serial) {}
}
