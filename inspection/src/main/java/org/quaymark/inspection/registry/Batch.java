package org.quaymark.inspection.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lot of a product.
 *
 * @param gtin 14 digits
 * @param origin country of manufacture
 * @param supplier id of the party that made or supplied it
 * @param markets where the holder put it on the market or lets it be: countries, {@code EU}, {@code EEA}, {@code WW}
 * @param quantity units made, null where it is not known
 */
public record Batch(
        String gtin,
        String lot,
        @Nullable LocalDate expiry,
        @Nullable String origin,
        @Nullable String supplier,
        List<String> markets,
        @Nullable Long quantity,
        BatchStatus status)
        implements RegistryRecord {
    public Batch {
        gtin = Require.gtin(gtin, "gtin");
        lot = Require.text(lot, "lot");
        origin = origin == null ? null : Require.country(origin, "origin");
        supplier = Require.optionalText(supplier, "supplier");
        markets = Require.territories(markets, "markets");
        quantity = Require.notNegative(quantity, "quantity");
        status = Require.orDefault(status, BatchStatus.RELEASED);
    }

    @Override
    public RegistryKey key() {
        return new RegistryKey(RecordType.BATCH, gtin + ":" + lot);
    }
}
