package org.quaymark.sim.scenario;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario consists of, by weight.
 *
 * @param truths what the parcels really are
 * @param faults what scanners do to labels; the key {@code null} is a scanner that does nothing wrong
 * @param forms how devices say what they read
 */
record Mix(Map<Truth, Double> truths, Map<@Nullable ScannerFault, Double> faults, Map<PayloadForm, Double> forms) {

    /** Mostly genuine, as a dock's day is. */
    static Mix standard() {
        Map<Truth, Double> truths = new EnumMap<>(Truth.class);
        truths.put(Truth.GENUINE, 82.0);
        truths.put(Truth.PARALLEL_IMPORT, 1.5);
        truths.put(Truth.RIGHT_LAPSED, 1.0);
        truths.put(Truth.RETURNED, 0.5);
        truths.put(Truth.SERIAL_NEVER_ISSUED, 1.0);
        truths.put(Truth.SERIAL_MALFORMED, 0.4);
        truths.put(Truth.WRONG_LOT, 0.4);
        truths.put(Truth.NEVER_ISSUED_RIGHT_LAPSED, 0.2);
        truths.put(Truth.SERIAL_SPENT, 0.4);
        truths.put(Truth.SERIAL_VOID, 0.3);
        truths.put(Truth.REUSED, 0.3);
        truths.put(Truth.CLONE, 0.3);
        truths.put(Truth.LOT_NEVER_MADE, 0.4);
        truths.put(Truth.PRODUCT_NEVER_ISSUED, 0.4);
        truths.put(Truth.RECALLED, 0.7);
        truths.put(Truth.INTERCEPTED, 0.7);
        truths.put(Truth.EXPIRED, 0.5);
        truths.put(Truth.RELABELLED, 0.3);
        truths.put(Truth.GREY_MARKET, 0.5);
        truths.put(Truth.LICENCE_LAPSED, 0.3);
        truths.put(Truth.CONSIGNOR_SUSPENDED, 0.3);
        truths.put(Truth.NOT_ON_MANIFEST, 0.3);
        truths.put(Truth.MORE_THAN_LISTED, 0.2);
        truths.put(Truth.WRONG_WEIGHT, 0.3);
        truths.put(Truth.CODES_DISAGREE, 0.2);
        truths.put(Truth.DAMAGED_LABEL, 0.3);
        truths.put(Truth.UNKNOWN_PRODUCT, 2.0);
        truths.put(Truth.WRONG_BARCODE, 2.0);
        truths.put(Truth.PARCEL_ONLY, 2.0);
        Map<@Nullable ScannerFault, Double> faults = new LinkedHashMap<>();
        faults.put(null, 96.0);
        for (ScannerFault fault : ScannerFault.values()) {
            faults.put(fault, 4.0 / ScannerFault.values().length);
        }
        Map<PayloadForm, Double> forms = new EnumMap<>(PayloadForm.class);
        forms.put(PayloadForm.DATAMATRIX, 30.0);
        forms.put(PayloadForm.GS1_128, 10.0);
        forms.put(PayloadForm.DIGITAL_LINK, 10.0);
        forms.put(PayloadForm.JSON, 30.0);
        forms.put(PayloadForm.PROGLOVE, 10.0);
        forms.put(PayloadForm.CLOUD_EVENT, 10.0);
        return new Mix(truths, faults, forms);
    }
}
