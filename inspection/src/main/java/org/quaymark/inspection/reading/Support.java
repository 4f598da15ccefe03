package org.quaymark.inspection.reading;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.inspection.registry.SerialPatterns;
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
        String lot = item.lot();
        Batch batch = lot == null ? null : registry.batch(gtin, lot);
        boolean lotFits = lot == null || batch != null;
        boolean fits = switch (product.serialisation()) {
            case SERIAL -> serialFits(gtin, item.serial(), lot, batch, registry);
            case BATCH -> lot != null && lotFits;
            case NONE -> lotFits;
        };
        return fits && expiryFits(reading, batch) ? PROVED : UNPROVED;
    }

    private static boolean serialFits(
            String gtin, @Nullable String serial, @Nullable String lot, @Nullable Batch batch, Registry registry) {
        Unit unit = serial == null ? null : registry.unit(gtin, serial);
        if (unit == null) {
            return false;
        }
        return lot == null || (unit.lot() == null ? batch != null : unit.lot().equals(lot));
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
