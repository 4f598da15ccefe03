package org.quaymark.inspection.reading;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.inspection.registry.SerialPatterns;
import org.quaymark.inspection.registry.Serialisation;
import org.quaymark.inspection.registry.Unit;

/** What the registry says to an interpretation: the third part of a proof, after check digits and AI syntax. */
enum Support {
    /** The GTIN is known with this serial, or for goods told apart by lot only, with this lot. */
    PROVED,
    /** The product is known, and what the label says beside it is not. */
    UNPROVED,
    /** The registry knows nothing that could be confirmed. */
    SILENT;

    static Support of(Interpretation reading, Registry registry) {
        Identification item = reading.identification();
        String gtin = item.gtin();
        Product product = gtin == null ? null : registry.product(gtin);
        if (gtin == null || product == null) {
            return SILENT;
        }
        boolean serialised = product.serialisation() == Serialisation.SERIAL;
        Unit unit = serialised && item.serial() != null ? registry.unit(gtin, item.serial()) : null;
        if (serialised && unit == null) {
            return UNPROVED;
        }
        String lot = item.lot();
        Batch batch = lot == null ? null : registry.batch(gtin, lot);
        boolean fits = lot == null
                ? product.serialisation() != Serialisation.BATCH
                : unit == null || unit.lot() == null
                        ? batch != null
                        : unit.lot().equals(lot);
        return fits && expiryFits(reading, batch) ? PROVED : UNPROVED;
    }

    private static boolean expiryFits(Interpretation reading, @Nullable Batch batch) {
        if (batch == null || batch.expiry() == null || reading.identification().expiry() == null) {
            return true;
        }
        return reading.expiryDayOpen()
                ? YearMonth.from(batch.expiry())
                        .equals(YearMonth.from(reading.identification().expiry()))
                : batch.expiry().equals(reading.identification().expiry());
    }

    /** What {@link #weight} is at most for an item of that product. */
    static int mostWeight(Product product) {
        return switch (product.serialisation()) {
            case SERIAL -> product.serialPattern() == null ? 2 : 3;
            case BATCH -> 2;
            case NONE -> 1;
        };
    }

    /**
     * How much speaks for an interpretation that is not proved, to tell whether another one casts doubt on it: it has what
     * the product's units are told apart by, its serial looks like the product's, its lot is known.
     */
    static int weight(Interpretation reading, Registry registry) {
        Identification item = reading.identification();
        Product product = item.gtin() == null ? null : registry.product(item.gtin());
        if (product == null || item.gtin() == null) {
            return 0;
        }
        int weight = item.lot() != null && registry.batch(item.gtin(), item.lot()) != null ? 1 : 0;
        switch (product.serialisation()) {
            case SERIAL -> {
                if (item.serial() != null) {
                    boolean looksRight = product.serialPattern() != null
                            && SerialPatterns.matches(product.serialPattern(), item.serial())
                                    == SerialPatterns.Match.YES;
                    weight += looksRight ? 2 : 1;
                }
            }
            case BATCH -> weight += item.lot() != null ? 1 : 0;
            case NONE -> weight += 0;
        }
        return weight;
    }
}
