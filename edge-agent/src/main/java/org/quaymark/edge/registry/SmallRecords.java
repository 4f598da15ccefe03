package org.quaymark.edge.registry;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.Deletion;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.Lengths;
import org.quaymark.inspection.registry.Licence;
import org.quaymark.inspection.registry.Party;
import org.quaymark.inspection.registry.Prefix;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.RegistryKey;
import org.quaymark.inspection.registry.RegistryLine;
import org.quaymark.inspection.registry.Right;
import org.quaymark.inspection.registry.Site;

/** The records an edge keeps in memory; units and manifests, which are many, stay on disk. Immutable. */
record SmallRecords(
        LayeredMap<Product> products,
        LayeredMap<Prefix> prefixes,
        LayeredMap<Batch> batches,
        LayeredMap<Lengths> lotLengths,
        LayeredMap<Right> rights,
        LayeredMap<Party> parties,
        LayeredMap<Site> sites,
        LayeredMap<Licence> licences,
        GroupedMap<Licence> licencesByCover,
        LayeredMap<Interception> interceptions,
        GroupedMap<Interception> interceptionsByName) {

    static SmallRecords empty() {
        return new SmallRecords(
                LayeredMap.empty(),
                LayeredMap.empty(),
                LayeredMap.empty(),
                LayeredMap.empty(),
                LayeredMap.empty(),
                LayeredMap.empty(),
                LayeredMap.empty(),
                LayeredMap.empty(),
                GroupedMap.empty(),
                LayeredMap.empty(),
                GroupedMap.empty());
    }

    Edit edit() {
        return new Edit(this);
    }

    static String byGtin(String gtin) {
        return "gtin " + gtin;
    }

    static String byBrand(String brand) {
        return "brand " + brand;
    }

    static String byRight(String right) {
        return "right " + right;
    }

    static String byParcel(String parcel) {
        return "parcel " + parcel;
    }

    static String byConsignor(String consignor) {
        return "consignor " + consignor;
    }

    /** A copy in the making. Not thread-safe. */
    static final class Edit {
        private final LayeredMap.Edit<Product> products;
        private final LayeredMap.Edit<Prefix> prefixes;
        private final LayeredMap.Edit<Batch> batches;
        /** By GTIN, of all lots that ever were the product's. */
        private final LayeredMap.Edit<Lengths> lotLengths;

        private final LayeredMap.Edit<Right> rights;
        private final LayeredMap.Edit<Party> parties;
        private final LayeredMap.Edit<Site> sites;
        private final LayeredMap.Edit<Licence> licences;
        private final GroupedMap.Edit<Licence> licencesByCover;
        private final LayeredMap.Edit<Interception> interceptions;
        private final GroupedMap.Edit<Interception> interceptionsByName;

        private Edit(SmallRecords from) {
            products = from.products.edit();
            prefixes = from.prefixes.edit();
            batches = from.batches.edit();
            lotLengths = from.lotLengths.edit();
            rights = from.rights.edit();
            parties = from.parties.edit();
            sites = from.sites.edit();
            licences = from.licences.edit();
            licencesByCover = from.licencesByCover.edit();
            interceptions = from.interceptions.edit();
            interceptionsByName = from.interceptionsByName.edit();
        }

        /** Takes in a line; those of the types that stay on disk are passed over. */
        void apply(RegistryLine line) {
            if (line instanceof Deletion deletion) {
                remove(deletion.key());
            } else if (line instanceof Product product) {
                products.put(product.gtin(), product);
            } else if (line instanceof Prefix prefix) {
                prefixes.put(prefix.prefix(), prefix);
            } else if (line instanceof Batch batch) {
                putBatch(batch);
            } else if (line instanceof Right right) {
                rights.put(right.id(), right);
            } else if (line instanceof Party party) {
                parties.put(party.id(), party);
            } else if (line instanceof Site site) {
                sites.put(site.id(), site);
            } else if (line instanceof Licence licence) {
                putLicence(licence.id(), licence);
            } else if (line instanceof Interception interception) {
                putInterception(interception.id(), interception);
            }
        }

        SmallRecords done() {
            return new SmallRecords(
                    products.done(),
                    prefixes.done(),
                    batches.done(),
                    lotLengths.done(),
                    rights.done(),
                    parties.done(),
                    sites.done(),
                    licences.done(),
                    licencesByCover.done(),
                    interceptions.done(),
                    interceptionsByName.done());
        }

        private void remove(RegistryKey key) {
            switch (key.type()) {
                case PRODUCT -> products.remove(key.id());
                case PREFIX -> prefixes.remove(key.id());
                case BATCH -> batches.remove(key.id());
                case RIGHT -> rights.remove(key.id());
                case PARTY -> parties.remove(key.id());
                case SITE -> sites.remove(key.id());
                case LICENCE -> putLicence(key.id(), null);
                case INTERCEPTION -> putInterception(key.id(), null);
                case SERIALS, MANIFEST, RECORDATION -> {}
            }
        }

        private void putBatch(Batch batch) {
            batches.put(batch.key().id(), batch);
            Lengths before = lotLengths.get(batch.gtin());
            Lengths after =
                    (before == null ? Lengths.NONE : before).with(batch.lot().length());
            if (after != before) {
                lotLengths.put(batch.gtin(), after);
            }
        }

        private void putLicence(String id, @Nullable Licence licence) {
            Licence before = licences.get(id);
            if (before != null) {
                covers(before).forEach(cover -> licencesByCover.remove(cover, before));
            }
            if (licence == null) {
                licences.remove(id);
            } else {
                licences.put(id, licence);
                covers(licence).forEach(cover -> licencesByCover.add(cover, licence));
            }
        }

        private void putInterception(String id, @Nullable Interception interception) {
            Interception before = interceptions.get(id);
            if (before != null) {
                names(before).forEach(name -> interceptionsByName.remove(name, before));
            }
            if (interception == null) {
                interceptions.remove(id);
            } else {
                interceptions.put(id, interception);
                names(interception).forEach(name -> interceptionsByName.add(name, interception));
            }
        }

        private static List<String> covers(Licence licence) {
            return Stream.of(
                            licence.products().stream().map(SmallRecords::byGtin),
                            licence.brands().stream().map(SmallRecords::byBrand),
                            licence.rights().stream().map(SmallRecords::byRight))
                    .flatMap(keys -> keys)
                    .distinct()
                    .toList();
        }

        private static List<String> names(Interception interception) {
            Stream.Builder<String> names = Stream.builder();
            if (interception.parcel() != null) {
                names.add(byParcel(interception.parcel()));
            }
            if (interception.gtin() != null) {
                names.add(byGtin(interception.gtin()));
            }
            if (interception.consignor() != null) {
                names.add(byConsignor(interception.consignor()));
            }
            return names.build().toList();
        }
    }
}
