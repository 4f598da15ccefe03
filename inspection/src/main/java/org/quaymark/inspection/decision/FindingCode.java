package org.quaymark.inspection.decision;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Everything that can be found. A finding states a mismatch; people decide what it is. */
public enum FindingCode {
    /** Exactly one proved hypothesis, and it is not the raw bytes. */
    READING_REPAIRED(Effect.PASS),
    /** No single proved hypothesis and the raw reading is not clean; an image without a readable code. */
    READING_DOUBTFUL(Effect.RESCAN),
    /** A plain EAN/UPC where the product is serialised and no other code of the scan gives serial or lot. */
    WRONG_CODE(Effect.RESCAN),
    /** As the two above, after the worker said the label is damaged, or the third try on two devices. */
    IDENTIFIER_MISSING(Effect.REVIEW),
    /** Two clean codes of one item name different GTINs, serials or lots. */
    CODES_DISAGREE(Effect.REVIEW),
    /** GTIN not in the registry, its prefix nobody's there. */
    PRODUCT_UNKNOWN(Effect.PASS),
    /** GTIN not in the registry, but its company prefix is an enrolled holder's. */
    PRODUCT_NOT_ISSUED(Effect.REVIEW),
    /** Serialised product, clean reading, serial not known. */
    SERIAL_NOT_ISSUED(Effect.HOLD),
    /** The same, and it breaks the product's serial pattern. */
    SERIAL_MALFORMED(Effect.HOLD),
    /** The serial is known, under another lot. */
    SERIAL_LOT_MISMATCH(Effect.HOLD),
    /** Sold, exported, sample. */
    SERIAL_SPENT(Effect.REVIEW),
    /** Destroyed, stolen. */
    SERIAL_VOID(Effect.HOLD),
    /** The same unit seen at two sites too far apart for the time between. */
    SERIAL_CLONED(Effect.HOLD),
    /** The same unit on another parcel, with no release or return between. */
    SERIAL_REUSED(Effect.REVIEW),
    /** Product known and by batch or serial, lot not known. */
    BATCH_UNKNOWN(Effect.REVIEW),
    /** Lot recalled, withdrawn, stolen, destroyed. */
    BATCH_BLOCKED(Effect.HOLD),
    /** The label's expiry is not the lot's. */
    EXPIRY_MISMATCH(Effect.REVIEW),
    /** Expiry before the scan's date. */
    BATCH_EXPIRED(Effect.REVIEW),
    /** More distinct units of an unserialised lot seen than were made; found on the hub only. */
    BATCH_OVERRUN(Effect.REVIEW),
    /** A right is in force, the lot's markets do not cover the destination, and no licence lets the goods onto it. */
    MARKET_NOT_LICENSED(Effect.REVIEW),
    /** As above, where there is such a licence but expired, suspended or terminated. */
    LICENCE_LAPSED(Effect.REVIEW),
    /** The consignor or supplier is a suspended party. */
    CONSIGNOR_SUSPENDED(Effect.REVIEW),
    /** The product has rights, none in force at the destination. */
    RIGHT_NOT_IN_FORCE(Effect.PASS),
    /** An active interception names the parcel, unit, lot, product or consignor; its own effect replaces this one. */
    INTERCEPTION(Effect.HOLD),
    /** The parcel has a manifest and this item is not on it, or more of it than it lists. */
    NOT_ON_MANIFEST(Effect.REVIEW),
    /** Manifest complete, unit weights known, measured weight off by more than 15 % and 50 g. */
    WEIGHT_MISMATCH(Effect.REVIEW),
    /** The replica is older than allowed. */
    REGISTRY_STALE(Effect.PASS),
    /** No replica, or not this product's part of it. */
    REGISTRY_ABSENT(Effect.UNCHECKED);

    private final Effect defaultEffect;

    FindingCode(Effect defaultEffect) {
        this.defaultEffect = defaultEffect;
    }

    /**
     * The finding of that name.
     *
     * @throws IllegalArgumentException when there is none, with the names that there are
     */
    public static FindingCode named(String name) {
        for (FindingCode code : values()) {
            if (code.name().equals(name)) {
                return code;
            }
        }
        throw new IllegalArgumentException("unknown finding '" + name + "'; findings are "
                + Arrays.stream(values()).map(FindingCode::name).collect(Collectors.joining(", ")));
    }

    /** The effect where no policy says otherwise. */
    public Effect defaultEffect() {
        return defaultEffect;
    }
}
