package org.quaymark.sim.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.Shipment;

/**
 * An item on its way past a scanner.
 *
 * @param label what is printed on it, null where only its parcel is scanned
 * @param parcel the parcel's number
 * @param shipment what the device's system knows
 * @param truth what it is
 * @param expected the verdicts that are right where the label is read as printed
 */
record Item(@Nullable Label label, String parcel, @Nullable Shipment shipment, Truth truth, List<String> expected) {}
