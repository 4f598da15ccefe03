package org.quaymark.inspection.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.gs1.Gs1Error;

/**
 * What all codes of a scan say together.
 *
 * @param identification the item and its parcel; where the item's reading is in doubt, nothing may be found against it
 * @param certainty how sure the item's reading is
 * @param parcels every number the parcel goes by: the device's, its S10, its SSCC
 * @param source the code the item was read from, else the first one in doubt, else the first; null where there is none
 * @param repaired the faults undone in the item's codes
 * @param hypotheses how many proved readings there were
 * @param contents whether the GTIN is of what a logistic unit holds, AI (02), and of no item that can be told apart
 * @param expiryDayOpen whether the label's expiry names a month only (day 00)
 * @param disagreeing names of the fields that sure codes of the item give differently: {@code gtin}, {@code lot} …
 * @param errors AIs that need or forbid one another, over all codes of the item
 * @param codes each code, in the scan's order
 */
public record Reading(
        Identification identification,
        Certainty certainty,
        List<String> parcels,
        @Nullable Code source,
        List<String> repaired,
        int hypotheses,
        boolean contents,
        boolean expiryDayOpen,
        List<String> disagreeing,
        List<Gs1Error> errors,
        List<CodeReading> codes) {
    public Reading {
        parcels = List.copyOf(parcels);
        repaired = List.copyOf(repaired);
        disagreeing = List.copyOf(disagreeing);
        errors = List.copyOf(errors);
        codes = List.copyOf(codes);
    }

    /** Whether findings about the item may stand. */
    public boolean isSure() {
        return certainty == Certainty.CLEAN || certainty == Certainty.REPAIRED;
    }

    /** The bytes of {@link #source} as it came, with its symbology identifier where that is in the data; else none. */
    public byte[] raw() {
        return source == null ? new byte[0] : source.data().getBytes(StandardCharsets.UTF_8);
    }

    /** The symbols of the scan's codes, in their order. */
    public List<Carrier> carriers() {
        return codes.stream().map(CodeReading::carrier).toList();
    }
}
