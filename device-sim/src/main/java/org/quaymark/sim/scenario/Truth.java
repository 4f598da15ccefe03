package org.quaymark.sim.scenario;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a scanned item really is, and what the rules ask of a dock that reads its label well. */
public enum Truth {
    /** Issued, in force, on its way where it may go. */
    GENUINE("PASS"),
    /** A well-formed serial that the maker never issued. */
    SERIAL_NEVER_ISSUED("HOLD"),
    /** A serial that the maker could not have issued. */
    SERIAL_MALFORMED("HOLD"),
    /** A serial that was issued, on the label of another lot. */
    WRONG_LOT("HOLD"),
    /** A lot the maker never made, on goods told apart by lot. */
    LOT_NEVER_MADE("REVIEW"),
    /** A GTIN of an enrolled holder's prefix that the holder never gave out. */
    PRODUCT_NEVER_ISSUED("REVIEW"),
    /** Genuine goods of a lot called back. */
    RECALLED("HOLD"),
    /** Genuine goods that an authority or holder asked to stop. */
    INTERCEPTED("HOLD"),
    /** Genuine goods past their date. */
    EXPIRED("REVIEW"),
    /** Goods of a brand that nobody enrolled. */
    UNKNOWN_PRODUCT("PASS"),
    /** Genuine, but the plain EAN beside the serialised code was scanned; the right one follows. */
    WRONG_BARCODE("RESCAN"),
    /** A parcel's own number, and nothing that tells the goods. */
    PARCEL_ONLY("PASS");

    private final String expected;

    Truth(String expected) {
        this.expected = expected;
    }

    /** The verdicts that are right where the label is read as printed. */
    public List<String> expected() {
        return List.of(expected);
    }

    /** As in mix.yaml and in truth.ndjson: {@code serial-never-issued}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The truth of that name, or null. */
    static @Nullable Truth ofWireName(String name) {
        for (Truth truth : values()) {
            if (truth.wireName().equals(name)) {
                return truth;
            }
        }
        return null;
    }
}
