package org.quaymark.sim.scenario;

import java.util.Locale;

/** How a device says what it read (interfaces.md 2.1). */
enum PayloadForm {
    /** The bytes of a GS1 DataMatrix, {@code ]d2} in front. */
    DATAMATRIX(true),
    /** The bytes of a GS1-128, {@code ]C1} in front. */
    GS1_128(true),
    /** A GS1 Digital Link URI from a QR code. */
    DIGITAL_LINK(true),
    /** The JSON object with codes, parcel and shipment. */
    JSON(false),
    /** A ProGlove Streams event. */
    PROGLOVE(false),
    /** A structured CloudEvent around the JSON object. */
    CLOUD_EVENT(false);

    private final boolean bare;

    PayloadForm(boolean bare) {
        this.bare = bare;
    }

    /** Whether the payload is the code alone, without an id, a parcel or a shipment. */
    boolean bare() {
        return bare;
    }

    /** As in mix.yaml: {@code gs1-128}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
