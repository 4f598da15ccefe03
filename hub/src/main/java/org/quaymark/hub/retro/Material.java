package org.quaymark.hub.retro;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.Licence;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.Party;
import org.quaymark.inspection.registry.Prefix;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Recordation;
import org.quaymark.inspection.registry.RegistryRecord;
import org.quaymark.inspection.registry.Right;
import org.quaymark.inspection.registry.Serials;
import org.quaymark.inspection.registry.Site;

/** What of a record a verdict can depend on: a change of anything else touches none. */
final class Material {
    private Material() {}

    /** The fields that count, empty where none does or there is no record. */
    static List<@Nullable Object> of(@Nullable RegistryRecord record) {
        if (record == null || record instanceof Recordation) {
            return List.of();
        }
        if (record instanceof Party party) {
            return Arrays.asList(party.status());
        }
        if (record instanceof Product product) {
            return Arrays.asList(
                    product.holder(),
                    product.brand(),
                    product.rights(),
                    product.serialisation(),
                    product.serialPattern(),
                    product.unitWeightGrams(),
                    product.hsCode());
        }
        if (record instanceof Batch batch) {
            return Arrays.asList(batch.expiry(), batch.supplier(), batch.markets(), batch.status());
        }
        if (record instanceof Site site) {
            return Arrays.asList(site.country(), site.timezone(), site.latitude(), site.longitude());
        }
        if (record instanceof Right right) {
            return Arrays.asList(
                    right.holder(), right.territories(), right.validFrom(), right.validTo(), right.status());
        }
        return List.of(whole(record));
    }

    private static RegistryRecord whole(RegistryRecord record) {
        boolean known = record instanceof Prefix
                || record instanceof Licence
                || record instanceof Manifest
                || record instanceof Interception
                || record instanceof Serials;
        if (!known) {
            throw new IllegalArgumentException(
                    "nobody has said what of a " + record.key().type() + " counts");
        }
        return record;
    }
}
