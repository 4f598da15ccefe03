package org.quaymark.inspection.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an item and its parcel are, as far as the codes say.
 *
 * @param gtin always 14 digits
 * @param lot AI (10)
 * @param serial AI (21)
 * @param expiry AI (17); day 00 is the month's last day (GenSpecs 3.4.7)
 * @param sscc AI (00), 18 digits
 * @param parcel S10 or a carrier's number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Identification(
        @Nullable String gtin,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable LocalDate expiry,
        @Nullable String sscc,
        @Nullable String parcel) {
    /** Nothing identified. */
    public static final Identification NONE = new Identification(null, null, null, null, null, null);
}
