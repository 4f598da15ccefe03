package org.quaymark.sim.scenario;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a scanned item really is, and what the rules ask of a dock that reads its label well. */
public enum Truth {
    /** Issued, in force, on its way where it may go. */
    GENUINE("PASS", true),
    /** Genuine goods first sold in the exhaustion area, sent on inside it by somebody whom nobody licensed. */
    PARALLEL_IMPORT("PASS", true),
    /** Genuine goods of a brand whose right has lapsed, sent by somebody whom nobody licensed. */
    RIGHT_LAPSED("PASS", true),
    /** Genuine goods that were released, came back, and leave in another parcel. */
    RETURNED("PASS", true),
    /** A well-formed serial that the maker never issued. */
    SERIAL_NEVER_ISSUED("HOLD", false),
    /** The same, on goods whose right has lapsed: nobody's mark is infringed. */
    NEVER_ISSUED_RIGHT_LAPSED("REVIEW", false),
    /** A serial that the maker could not have issued. */
    SERIAL_MALFORMED("HOLD", false),
    /** A serial that was issued, on the label of another lot. */
    WRONG_LOT("HOLD", false),
    /** A unit that was sold, exported or used as a sample before. */
    SERIAL_SPENT("REVIEW", true),
    /** A unit that was destroyed or stolen. */
    SERIAL_VOID("HOLD", true),
    /** A unit on a second parcel without having come back. */
    REUSED("REVIEW", true),
    /** A unit seen at another site too soon to have travelled there; only where a scenario has several sites. */
    CLONE("HOLD", true),
    /** A lot the maker never made, on goods told apart by lot. */
    LOT_NEVER_MADE("REVIEW", false),
    /** A GTIN of an enrolled holder's prefix that the holder never gave out. */
    PRODUCT_NEVER_ISSUED("REVIEW", false),
    /** Genuine goods of a lot called back, withdrawn, stolen or destroyed. */
    RECALLED("HOLD", true),
    /** Genuine goods that an authority or holder asked to stop. */
    INTERCEPTED("HOLD", true),
    /** Genuine goods past their date. */
    EXPIRED("REVIEW", true),
    /** Genuine goods whose label names a later date than their lot has: what contradicts the registry proves no reading. */
    RELABELLED("REVIEW", false),
    /** Genuine goods made for another market, sent by somebody whom nobody licensed. */
    GREY_MARKET("REVIEW", true),
    /** The same, sent by somebody whose licence has run out. */
    LICENCE_LAPSED("REVIEW", true),
    /** Genuine goods sent by a suspended party. */
    CONSIGNOR_SUSPENDED("REVIEW", true),
    /** Genuine goods in a parcel whose manifest lists others. */
    NOT_ON_MANIFEST("REVIEW", true),
    /** A second genuine unit in a parcel whose manifest lists one. */
    MORE_THAN_LISTED("REVIEW", true),
    /** Genuine goods in a parcel that is far heavier than what it lists. */
    WRONG_WEIGHT("REVIEW", true),
    /** Two codes on one item that name different products. */
    CODES_DISAGREE("REVIEW", false),
    /** A label that nothing reads, as the worker says after a try. */
    DAMAGED_LABEL("REVIEW", false),
    /** Goods of a brand that nobody enrolled. */
    UNKNOWN_PRODUCT("PASS", false),
    /** Genuine, but the plain EAN beside the serialised code was scanned; the right one follows. */
    WRONG_BARCODE("RESCAN", false),
    /** A parcel's own number, and nothing that tells the goods. */
    PARCEL_ONLY("PASS", false),
    /** What a worker says with the printed sheet. */
    CONTROL("PASS", false);

    private final String expected;
    private final boolean provable;

    Truth(String expected, boolean provable) {
        this.expected = expected;
        this.provable = provable;
    }

    /** The verdicts that are right where the label is read as printed. */
    public List<String> expected() {
        return List.of(expected);
    }

    /** Whether the registry agrees with the whole label, so that a distorted reading of it can be proved. */
    boolean provable() {
        return provable;
    }

    /** Whether it is told by the parcel's route, sender or papers, which only some payloads name. */
    boolean byRoute() {
        return switch (this) {
            case PARALLEL_IMPORT,
                    RIGHT_LAPSED,
                    GREY_MARKET,
                    LICENCE_LAPSED,
                    CONSIGNOR_SUSPENDED,
                    NOT_ON_MANIFEST,
                    WRONG_WEIGHT -> true;
            default -> false;
        };
    }

    /** Whether it may be told without the item's label. */
    boolean toldByPapers() {
        return this == INTERCEPTED || this == CONSIGNOR_SUSPENDED || this == NOT_ON_MANIFEST || this == WRONG_WEIGHT;
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
