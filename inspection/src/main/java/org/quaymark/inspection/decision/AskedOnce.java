package org.quaymark.inspection.decision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.Licence;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.Party;
import org.quaymark.inspection.registry.Prefix;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.inspection.registry.RegistryKey;
import org.quaymark.inspection.registry.Right;
import org.quaymark.inspection.registry.Site;
import org.quaymark.inspection.registry.Unit;

/** Remembers the last unit and manifest asked for: the reading proves by them, then the rules judge by them. For one decision. */
final class AskedOnce implements Registry {
    private final Registry registry;
    private @Nullable UnitAnswer unit;
    private @Nullable ManifestAnswer manifest;

    private record UnitAnswer(
            String gtin, String serial, @Nullable Unit unit) {}

    private record ManifestAnswer(String parcel, @Nullable Manifest manifest) {}

    AskedOnce(Registry registry) {
        this.registry = registry;
    }

    @Override
    public @Nullable Unit unit(String gtin, String serial) {
        UnitAnswer known = unit;
        if (known == null || !known.serial.equals(serial) || !known.gtin.equals(gtin)) {
            known = new UnitAnswer(gtin, serial, registry.unit(gtin, serial));
            unit = known;
        }
        return known.unit;
    }

    @Override
    public @Nullable Manifest manifest(String parcel) {
        ManifestAnswer known = manifest;
        if (known == null || !known.parcel.equals(parcel)) {
            known = new ManifestAnswer(parcel, registry.manifest(parcel));
            manifest = known;
        }
        return known.manifest;
    }

    @Override
    public long sequence() {
        return registry.sequence();
    }

    @Override
    public @Nullable Instant asOf() {
        return registry.asOf();
    }

    @Override
    public @Nullable Product product(String gtin) {
        return registry.product(gtin);
    }

    @Override
    public @Nullable Prefix prefixOf(String gtin) {
        return registry.prefixOf(gtin);
    }

    @Override
    public @Nullable Batch batch(String gtin, String lot) {
        return registry.batch(gtin, lot);
    }

    @Override
    public boolean mayHaveUnit(String gtin, int characters) {
        return registry.mayHaveUnit(gtin, characters);
    }

    @Override
    public boolean mayHaveBatch(String gtin, int characters) {
        return registry.mayHaveBatch(gtin, characters);
    }

    @Override
    public @Nullable Right right(String id) {
        return registry.right(id);
    }

    @Override
    public @Nullable Party party(String id) {
        return registry.party(id);
    }

    @Override
    public @Nullable Site site(String id) {
        return registry.site(id);
    }

    @Override
    public List<Licence> licencesCovering(Product product) {
        return registry.licencesCovering(product);
    }

    @Override
    public List<Interception> interceptionsOfParcel(String parcel) {
        return registry.interceptionsOfParcel(parcel);
    }

    @Override
    public List<Interception> interceptionsOfProduct(String gtin) {
        return registry.interceptionsOfProduct(gtin);
    }

    @Override
    public List<Interception> interceptionsOfConsignor(String consignor) {
        return registry.interceptionsOfConsignor(consignor);
    }

    @Override
    public @Nullable Long changedAt(RegistryKey key) {
        return registry.changedAt(key);
    }
}
