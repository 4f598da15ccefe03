package org.quaymark.inspection.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a parcel is said to hold.
 *
 * @param parcel S10 or a carrier's number
 * @param consignor id of the party that sends it
 * @param weightGrams gross mass as declared
 */
public record Manifest(
        String parcel,
        @Nullable String consignor,
        @Nullable String origin,
        @Nullable String destination,
        List<Item> items,
        @Nullable Integer weightGrams,
        @Nullable String platform,
        @Nullable String listing,
        @Nullable String seller)
        implements RegistryRecord {
    public Manifest {
        parcel = Require.text(parcel, "parcel");
        consignor = Require.optionalText(consignor, "consignor");
        origin = origin == null ? null : Require.country(origin, "origin");
        destination = destination == null ? null : Require.country(destination, "destination");
        items = items == null ? List.of() : List.copyOf(items);
        weightGrams = Require.notNegative(weightGrams, "weightGrams");
        platform = Require.optionalText(platform, "platform");
        listing = Require.optionalText(listing, "listing");
        seller = Require.optionalText(seller, "seller");
    }

    @Override
    public RegistryKey key() {
        return new RegistryKey(RecordType.MANIFEST, parcel);
    }

    /** Units of one product, and of one lot where it is given. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Item(
            String gtin, @Nullable String lot, @Nullable String serial, int quantity) {
        public Item {
            gtin = Require.gtin(gtin, "items.gtin");
            lot = Require.optionalText(lot, "items.lot");
            serial = Require.optionalText(serial, "items.serial");
            if (quantity < 0) {
                throw new IllegalArgumentException("items.quantity is negative");
            }
        }
    }
}
