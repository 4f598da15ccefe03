package org.quaymark.inspection.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.reading.keyboard.CalibratedDevice;

/**
 * Takes down what a history answers while one scan is decided, and asks it each question once only, so that all rules judge by
 * the same answer. For one scan, and one thread.
 */
public final class RecordingHistory implements History {
    private final History history;
    private @Nullable Tries tries;
    private @Nullable Sightings sightings;
    private @Nullable List<Packed> packed;
    private @Nullable Long clockUncertaintySeconds;
    private @Nullable Known device;
    private @Nullable Told country;

    private record Sightings(String gtin, String serial, List<Seen> seen) {}

    private record Known(@Nullable CalibratedDevice device) {}

    private record Told(@Nullable String country) {}

    public RecordingHistory(History history) {
        this.history = history;
    }

    /** What was answered so far; null where that was nothing. */
    public @Nullable Recollection recollection() {
        Sightings ofUnit = sightings == null || sightings.seen.isEmpty() ? null : sightings;
        Recollection all = new Recollection(
                Tries.NONE.equals(tries) ? null : tries,
                ofUnit == null ? null : ofUnit.gtin,
                ofUnit == null ? null : ofUnit.serial,
                ofUnit == null ? List.of() : ofUnit.seen,
                packed == null ? List.of() : packed,
                device == null || device.device == null ? null : device.device.profile(),
                clockUncertaintySeconds == null || clockUncertaintySeconds == 0 ? null : clockUncertaintySeconds,
                country == null ? null : country.country);
        return all.equals(Recollection.NONE) ? null : all;
    }

    @Override
    public Tries tries(Scan scan, Identification identified) {
        if (tries == null) {
            tries = history.tries(scan, identified);
        }
        return tries;
    }

    @Override
    public List<Seen> sightingsOf(String gtin, String serial) {
        if (sightings == null || !sightings.gtin.equals(gtin) || !sightings.serial.equals(serial)) {
            sightings = new Sightings(gtin, serial, List.copyOf(history.sightingsOf(gtin, serial)));
        }
        return sightings.seen;
    }

    @Override
    public List<Packed> packedIn(Scan scan, List<String> parcels) {
        if (packed == null) {
            packed = List.copyOf(history.packedIn(scan, parcels));
        }
        return packed;
    }

    @Override
    public @Nullable CalibratedDevice calibration(Scan scan) {
        if (device == null) {
            device = new Known(history.calibration(scan));
        }
        return device.device;
    }

    @Override
    public long clockUncertaintySeconds(Scan scan) {
        if (clockUncertaintySeconds == null) {
            clockUncertaintySeconds = history.clockUncertaintySeconds(scan);
        }
        return clockUncertaintySeconds;
    }

    @Override
    public @Nullable String country(Scan scan) {
        if (country == null) {
            country = new Told(history.country(scan));
        }
        return country.country;
    }
}
