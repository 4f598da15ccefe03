package org.quaymark.hub.retro;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.Deletion;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.Licence;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.Party;
import org.quaymark.inspection.registry.PartyStatus;
import org.quaymark.inspection.registry.Prefix;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.RegistryRecord;
import org.quaymark.inspection.registry.Right;
import org.quaymark.inspection.registry.Serials;
import org.quaymark.inspection.registry.Site;

/** What some changes of the registry may touch, each thing once: as the registry names it, not yet as sightings do. */
final class Touches {
    final Set<String> products = new LinkedHashSet<>();
    final Set<Touched.Lot> lots = new LinkedHashSet<>();
    final Map<String, Set<String>> units = new LinkedHashMap<>();
    final Set<Range> ranges = new LinkedHashSet<>();
    final Set<String> parcels = new LinkedHashSet<>();
    final Set<String> consignors = new LinkedHashSet<>();
    final Set<String> suppliers = new LinkedHashSet<>();
    final Set<String> sites = new LinkedHashSet<>();
    final Set<String> prefixes = new LinkedHashSet<>();
    final Set<String> rights = new LinkedHashSet<>();
    final Set<String> brands = new LinkedHashSet<>();

    /** Consecutive serials of one length. */
    record Range(String gtin, String from, String to) {}

    /** Takes in a change of a record; null where there was or is none. */
    void changed(@Nullable RegistryRecord before, @Nullable RegistryRecord after) {
        if (Material.of(before).equals(Material.of(after)) || isOfNobodySuspended(before, after)) {
            return;
        }
        if (before != null) {
            named(before);
        }
        if (after != null) {
            named(after);
        }
    }

    /** Units that were taken away. */
    void removed(Deletion.Units gone) {
        units(gone.gtin(), gone.listed(), gone.from(), gone.to());
    }

    private static boolean isOfNobodySuspended(@Nullable RegistryRecord before, @Nullable RegistryRecord after) {
        return isNotSuspended(before) && isNotSuspended(after);
    }

    /** A party that is not suspended counts as much as one nobody knows. */
    private static boolean isNotSuspended(@Nullable RegistryRecord record) {
        return record == null || (record instanceof Party party && party.status() != PartyStatus.SUSPENDED);
    }

    private void named(RegistryRecord record) {
        if (record instanceof Party party) {
            consignors.add(party.id());
            suppliers.add(party.id());
        } else if (record instanceof Prefix prefix) {
            prefixes.add(prefix.prefix());
        } else if (record instanceof Site site) {
            sites.add(site.id());
        } else if (record instanceof Right right) {
            rights.add(right.id());
        } else if (record instanceof Product product) {
            products.add(product.gtin());
        } else if (record instanceof Batch batch) {
            lot(batch.gtin(), batch.lot());
        } else if (record instanceof Serials serials) {
            units(serials.gtin(), serials.serials(), serials.from(), serials.to());
        } else if (record instanceof Licence licence) {
            products.addAll(licence.products());
            brands.addAll(licence.brands());
            rights.addAll(licence.rights());
        } else if (record instanceof Manifest manifest) {
            parcels.add(manifest.parcel());
        } else if (record instanceof Interception interception) {
            intercepted(interception);
        }
    }

    private void intercepted(Interception interception) {
        String gtin = interception.gtin();
        if (interception.parcel() != null) {
            parcels.add(interception.parcel());
        } else if (gtin != null && interception.serial() != null) {
            units.computeIfAbsent(gtin, g -> new LinkedHashSet<>()).add(interception.serial());
        } else if (gtin != null && interception.lot() != null) {
            lot(gtin, interception.lot());
        } else if (gtin != null) {
            products.add(gtin);
        } else {
            consignors.add(Objects.requireNonNull(interception.consignor()));
        }
    }

    /** A label may leave the lot out: the unit has it. */
    private void lot(String gtin, String lot) {
        lots.add(new Touched.Lot(gtin, lot));
        lots.add(new Touched.Lot(gtin, null));
    }

    private void units(String gtin, List<String> listed, @Nullable String from, @Nullable String to) {
        if (from != null && to != null) {
            ranges.add(new Range(gtin, from, to));
        }
        if (!listed.isEmpty()) {
            units.computeIfAbsent(gtin, g -> new LinkedHashSet<>()).addAll(listed);
        }
    }
}
