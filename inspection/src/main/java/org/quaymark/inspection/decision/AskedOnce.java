package org.quaymark.inspection.decision;

import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.ForwardingRegistry;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.inspection.registry.Unit;

/** Remembers the last unit and manifest asked for: the reading proves by them, then the rules judge by them. For one decision. */
final class AskedOnce extends ForwardingRegistry {
    private @Nullable UnitAnswer unit;
    private @Nullable ManifestAnswer manifest;

    private record UnitAnswer(
            String gtin, String serial, @Nullable Unit unit) {}

    private record ManifestAnswer(String parcel, @Nullable Manifest manifest) {}

    AskedOnce(Registry registry) {
        super(registry);
    }

    @Override
    public @Nullable Unit unit(String gtin, String serial) {
        UnitAnswer known = unit;
        if (known == null || !known.serial.equals(serial) || !known.gtin.equals(gtin)) {
            known = new UnitAnswer(gtin, serial, super.unit(gtin, serial));
            unit = known;
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
}
