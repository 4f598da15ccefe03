package org.quaymark.edge.registry;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.Lengths;
import org.quaymark.inspection.registry.Licence;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.Party;
import org.quaymark.inspection.registry.Prefix;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.inspection.registry.Right;
import org.quaymark.inspection.registry.Site;
import org.quaymark.inspection.registry.Unit;

/**
 * The registry at one sequence. What is in memory is exactly of that sequence; a unit or manifest that is changed while a
 * decision runs may be seen as it is a moment later.
 */
record ReplicaView(long sequence, Supplier<@Nullable Instant> vouchedAt, SmallRecords records, ReplicaReaders readers)
        implements Registry {
    private static final int LONGEST_PREFIX = 12;
    private static final int SHORTEST_PREFIX = 4;

    @Override
    public @Nullable Instant asOf() {
        return vouchedAt.get();
    }

    @Override
    public @Nullable Product product(String gtin) {
        return records.products().get(gtin);
    }

    @Override
    public @Nullable Prefix prefixOf(String gtin) {
        if (gtin.length() != 14) {
            return null;
        }
        for (int length = LONGEST_PREFIX; length >= SHORTEST_PREFIX; length--) {
            Prefix prefix = records.prefixes().get(gtin.substring(1, 1 + length));
            if (prefix != null) {
                return prefix;
            }
        }
        return null;
    }

    @Override
    public @Nullable Batch batch(String gtin, String lot) {
        return records.batches().get(gtin + ":" + lot);
    }

    @Override
    public @Nullable Unit unit(String gtin, String serial) {
        return readers.unit(gtin, serial);
    }

    @Override
    public Lengths serialLengths(String gtin) {
        return readers.serialLengths(gtin);
    }

    @Override
    public Lengths lotLengths(String gtin) {
        Lengths lots = records.lotLengths().get(gtin);
        return lots == null ? Lengths.NONE : lots;
    }

    @Override
    public @Nullable Right right(String id) {
        return records.rights().get(id);
    }

    @Override
    public @Nullable Party party(String id) {
        return records.parties().get(id);
    }

    @Override
    public @Nullable Site site(String id) {
        return records.sites().get(id);
    }

    @Override
    public @Nullable Manifest manifest(String parcel) {
        return readers.manifest(parcel);
    }

    @Override
    public List<Licence> licencesCovering(Product product) {
        Map<String, Licence> found = new LinkedHashMap<>();
        collect(SmallRecords.byGtin(product.gtin()), found);
        if (product.brand() != null) {
            collect(SmallRecords.byBrand(product.brand()), found);
        }
        product.rights().forEach(right -> collect(SmallRecords.byRight(right), found));
        return List.copyOf(found.values());
    }

    @Override
    public List<Interception> interceptionsOfParcel(String parcel) {
        return records.interceptionsByName().get(SmallRecords.byParcel(parcel));
    }

    @Override
    public List<Interception> interceptionsOfProduct(String gtin) {
        return records.interceptionsByName().get(SmallRecords.byGtin(gtin));
    }

    @Override
    public List<Interception> interceptionsOfConsignor(String consignor) {
        return records.interceptionsByName().get(SmallRecords.byConsignor(consignor));
    }

    private void collect(String cover, Map<String, Licence> found) {
        records.licencesByCover().get(cover).forEach(licence -> found.putIfAbsent(licence.id(), licence));
    }
}
