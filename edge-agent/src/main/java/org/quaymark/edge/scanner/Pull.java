package org.quaymark.edge.scanner;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.Code;
import org.quaymark.inspection.reading.Shipment;

/**
 * What a payload says, whatever its form.
 *
 * @param id null where the sender gave none
 * @param at null where the sender did not say
 * @param image JPEG or PNG bytes whose codes are still to be read, null where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Pull(
        @Nullable String id,
        @Nullable Instant at,
        List<Code> codes,
        @Nullable String parcel,
        @Nullable Shipment shipment,
        @Nullable String operator,
        byte @Nullable [] image) {
    static Pull of(List<Code> codes) {
        return new Pull(null, null, codes, null, null, null, null);
    }

    static Pull ofImage(byte[] image) {
        return new Pull(null, null, List.of(), null, null, null, image);
    }

    Pull identified(@Nullable String newId, @Nullable Instant newAt) {
        return new Pull(newId, at == null ? newAt : at, codes, parcel, shipment, operator, image);
    }

    Pull read(List<Code> more) {
        return new Pull(id, at, more, parcel, shipment, operator, null);
    }
}
