package org.quaymark.inspection.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.gs1.Element;
import org.quaymark.inspection.gs1.Gs1Error;

/**
 * What one hypothesis says: the text taken literally.
 *
 * @param expiryDayOpen whether the label's expiry names a month only
 * @param errors empty where it is legal
 */
record Interpretation(
        CodeKind kind,
        Identification identification,
        boolean expiryDayOpen,
        List<Element> elements,
        List<Gs1Error> errors) {

    static Interpretation of(CodeKind kind, Identification identification) {
        return new Interpretation(kind, identification, false, List.of(), List.of());
    }

    static Interpretation broken(CodeKind kind, List<Gs1Error> errors) {
        return new Interpretation(kind, Identification.NONE, false, List.of(), errors);
    }

    /** The same of another lot and serial. */
    Interpretation of(@Nullable String lot, @Nullable String serial) {
        Identification other = new Identification(
                identification.gtin(),
                lot,
                serial,
                identification.expiry(),
                identification.sscc(),
                identification.parcel());
        return new Interpretation(kind, other, expiryDayOpen, elements, errors);
    }

    boolean isLegal() {
        return kind != CodeKind.UNKNOWN && errors.isEmpty();
    }

    boolean isGs1() {
        return kind == CodeKind.ELEMENT_STRING || kind == CodeKind.DIGITAL_LINK;
    }
}
