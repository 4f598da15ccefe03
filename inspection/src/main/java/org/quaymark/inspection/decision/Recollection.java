package org.quaymark.inspection.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.reading.keyboard.CalibratedDevice;
import org.quaymark.inspection.reading.keyboard.DeviceProfile;

/**
 * What a {@link History} answered when a scan was decided: kept in the journal beside the verdict, it answers the same again.
 *
 * @param tries null where it was the first attempt
 * @param gtin of the unit that the sightings are of
 * @param serial of that unit
 * @param sightings earlier ones of that unit, oldest first
 * @param packed seen earlier in the parcel, oldest first
 * @param calibration what the device did to its texts; null where that was not known
 * @param clockUncertaintySeconds null where the clock was not doubted
 * @param country of the site, as it was told elsewhere than in the registry
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Recollection(
        @Nullable Tries tries,
        @Nullable String gtin,
        @Nullable String serial,
        List<Seen> sightings,
        List<Packed> packed,
        @Nullable DeviceProfile calibration,
        @Nullable Long clockUncertaintySeconds,
        @Nullable String country)
        implements History {
    /** Nothing was known. */
    public static final Recollection NONE = new Recollection(null, null, null, List.of(), List.of(), null, null, null);

    public Recollection {
        sightings = sightings == null ? List.of() : List.copyOf(sightings);
        packed = packed == null ? List.of() : List.copyOf(packed);
    }

    /** The one of a journal entry, which has none where there was nothing to remember. */
    public static Recollection of(@Nullable Recollection before) {
        return before == null ? NONE : before;
    }

    @Override
    public Tries tries(Scan scan, Identification identified) {
        return tries == null ? Tries.NONE : tries;
    }

    /** Only of the unit that was asked for then. */
    @Override
    public List<Seen> sightingsOf(String ofGtin, String ofSerial) {
        return ofGtin.equals(gtin) && ofSerial.equals(serial) ? sightings : List.of();
    }

    @Override
    public List<Packed> packedIn(Scan scan, List<String> parcels) {
        return packed;
    }

    @Override
    public @Nullable CalibratedDevice calibration(Scan scan) {
        return calibration == null ? null : new CalibratedDevice(calibration);
    }

    @Override
    public long clockUncertaintySeconds(Scan scan) {
        return clockUncertaintySeconds == null ? 0 : clockUncertaintySeconds;
    }

    @Override
    public @Nullable String country(Scan scan) {
        return country;
    }
}
