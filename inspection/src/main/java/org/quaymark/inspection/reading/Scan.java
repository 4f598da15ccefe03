package org.quaymark.inspection.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One trigger pull: what a device sent, before anything is made of it.
 *
 * @param id the same id from the same device is the same scan
 * @param at when it was scanned, or where the device does not say, when it arrived; to the millisecond, as it is written
 * @param codes every code read, in the device's order; may be empty where a parcel is given or an image had none
 * @param parcel S10 or a carrier's number, where the device says which parcel it is about
 * @param operator who scanned, as the device names them
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Scan(
        String id,
        Instant at,
        String site,
        String dock,
        String device,
        List<Code> codes,
        @Nullable String parcel,
        @Nullable Shipment shipment,
        @Nullable String operator) {
    public Scan {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        codes = codes == null ? List.of() : List.copyOf(codes);
    }
}
