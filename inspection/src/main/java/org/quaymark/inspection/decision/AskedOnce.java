package org.quaymark.inspection.decision;

import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.ForwardingRegistry;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.inspection.registry.Unit;

/**
 * Remembers what is asked again and again while one scan is decided: the first unit and the last, the last manifest and product, and the first lot. The
 * reading proves by them, then the rules judge by them. For one decision.
 */
final class AskedOnce extends ForwardingRegistry {
    /** The label's as it came; between it and the rules the reading may ask for many others. */
    private @Nullable UnitAnswer firstUnit;

    private @Nullable UnitAnswer unit;
    private @Nullable ManifestAnswer manifest;
    private @Nullable ProductAnswer product;
    private @Nullable BatchAnswer batch;

    private record UnitAnswer(
            String gtin, String serial, @Nullable Unit unit) {
        boolean isOf(String otherGtin, String otherSerial) {
            return serial.equals(otherSerial) && gtin.equals(otherGtin);
        }
    }

    private record ManifestAnswer(String parcel, @Nullable Manifest manifest) {}

    private record ProductAnswer(String gtin, @Nullable Product product) {}

    private record BatchAnswer(
            String gtin, String lot, @Nullable Batch batch) {}

    AskedOnce(Registry registry) {
        super(registry);
    }

    @Override
    public @Nullable Unit unit(String gtin, String serial) {
        UnitAnswer first = firstUnit;
        if (first != null && first.isOf(gtin, serial)) {
            return first.unit;
        }
        UnitAnswer known = unit;
        if (known == null || !known.isOf(gtin, serial)) {
            known = new UnitAnswer(gtin, serial, super.unit(gtin, serial));
            unit = known;
            firstUnit = first == null ? known : first;
        }
        return known.unit;
    }

    @Override
    public @Nullable Manifest manifest(String parcel) {
        ManifestAnswer known = manifest;
        if (known == null || !known.parcel.equals(parcel)) {
            known = new ManifestAnswer(parcel, super.manifest(parcel));
            manifest = known;
        }
        return known.manifest;
    }

    @Override
    public @Nullable Product product(String gtin) {
        ProductAnswer known = product;
        if (known == null || !known.gtin.equals(gtin)) {
            known = new ProductAnswer(gtin, super.product(gtin));
            product = known;
        }
        return known.product;
    }

    @Override
    public @Nullable Batch batch(String gtin, String lot) {
        BatchAnswer known = batch;
        if (known != null) {
            return known.lot.equals(lot) && known.gtin.equals(gtin) ? known.batch : super.batch(gtin, lot);
        }
        known = new BatchAnswer(gtin, lot, super.batch(gtin, lot));
        batch = known;
        return known.batch;
    }
}
