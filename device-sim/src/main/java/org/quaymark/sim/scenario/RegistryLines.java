package org.quaymark.sim.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.Licence;
import org.quaymark.inspection.registry.LicenceStatus;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.Party;
import org.quaymark.inspection.registry.PartyRole;
import org.quaymark.inspection.registry.PartyStatus;
import org.quaymark.inspection.registry.Prefix;
import org.quaymark.inspection.registry.RegistryRecord;
import org.quaymark.inspection.registry.Right;
import org.quaymark.inspection.registry.RightKind;
import org.quaymark.inspection.registry.RightStatus;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Serialisation;
import org.quaymark.inspection.registry.Serials;

/** What the holders, platforms and authorities of a scenario have told the registry. */
final class RegistryLines {
    private static final int SERIALS_A_LINE = 1_000;
    private static final int UNSCANNED_A_LOT = 20;
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2099, 12, 31);
    private static final LocalDate LAPSED = LocalDate.of(2025, 12, 31);

    private final Catalogue catalogue;
    private final List<SitePlan> sites;
    private final List<Manifest> manifests;
    private final List<Interception> interceptions;

    RegistryLines(
            Catalogue catalogue, List<SitePlan> sites, List<Manifest> manifests, List<Interception> interceptions) {
        this.catalogue = catalogue;
        this.sites = sites;
        this.manifests = manifests;
        this.interceptions = interceptions;
    }

    /** Every record; serials that nobody scans are made up last, so that nothing that was made up as never issued is among them. */
    List<RegistryRecord> all(RandomGenerator random) {
        List<RegistryRecord> records = new ArrayList<>();
        for (Catalogue.Brand brand : catalogue.brands()) {
            brand(brand, UNTIL, records);
        }
        brand(catalogue.lapsedBrand(), LAPSED, records);
        records.add(party(Catalogue.SHOP, "Corner Shop", PartyRole.CONSIGNOR, "TR"));
        records.add(new Party(
                Catalogue.SUSPENDED,
                "Shadow Post",
                List.of(PartyRole.CONSIGNOR),
                "CN",
                List.of(),
                PartyStatus.SUSPENDED));
        records.add(party("bazaar", "Bazaar Marketplace", PartyRole.PLATFORM, "LU"));
        records.add(party("customs-de", "Customs (demonstration)", PartyRole.AUTHORITY, "DE"));
        sites.forEach(site -> records.add(site.record()));
        for (ProductPlan product : catalogue.products()) {
            product(product, records, random);
        }
        records.addAll(manifests);
        records.addAll(interceptions);
        return records;
    }

    private static void brand(Catalogue.Brand brand, LocalDate rightUntil, List<RegistryRecord> records) {
        records.add(party(brand.holder(), brand.company(), PartyRole.RIGHTS_HOLDER, brand.country()));
        records.add(party(brand.consignor(), brand.name() + " Outlet", PartyRole.CONSIGNOR, "CN"));
        records.add(party(brand.supplier(), brand.name() + " Works", PartyRole.SUPPLIER, "VN"));
        records.add(new Prefix(brand.prefix(), brand.holder()));
        records.add(new Right(
                brand.right(),
                RightKind.TRADEMARK,
                "EUIPO",
                "018" + brand.prefix(),
                brand.name(),
                brand.holder(),
                List.of("EU"),
                List.of("25"),
                SINCE,
                rightUntil,
                RightStatus.REGISTERED));
        records.add(new Licence(
                "LIC-" + brand.consignor(),
                brand.holder(),
                brand.consignor(),
                List.of(),
                List.of(),
                List.of(brand.right()),
                List.of("EEA"),
                SINCE,
                UNTIL,
                false,
                LicenceStatus.ACTIVE));
        records.add(party(brand.former(), brand.name() + " Former Outlet", PartyRole.CONSIGNOR, "CN"));
        records.add(new Licence(
                "LIC-" + brand.former(),
                brand.holder(),
                brand.former(),
                List.of(),
                List.of(),
                List.of(brand.right()),
                List.of("EEA"),
                SINCE,
                LAPSED,
                false,
                LicenceStatus.ACTIVE));
    }

    private void product(ProductPlan product, List<RegistryRecord> records, RandomGenerator random) {
        records.add(product.product());
        if (product.product().serialisation() == Serialisation.NONE) {
            return;
        }
        for (LotPlan lot : product.lots()) {
            records.add(new Batch(
                    product.gtin(),
                    lot.lot(),
                    lot.expiry(),
                    "VN",
                    product.product().holder() + "-works",
                    lot == product.foreign() ? List.of("US") : List.of("EEA", "CH"),
                    100_000_000L,
                    lot.status()));
            if (product.style() != null) {
                serials(product, product.style(), lot, records, random);
            }
        }
    }

    private static void serials(
            ProductPlan product, SerialStyle style, LotPlan lot, List<RegistryRecord> records, RandomGenerator random) {
        if (style == SerialStyle.RANGE) {
            records.add(new Serials(
                    product.gtin(),
                    lot.lot(),
                    List.of(),
                    "%08d".formatted(lot.firstNumber()),
                    "%08d".formatted(lot.lastNumber()),
                    SerialStatus.ISSUED));
            return;
        }
        for (int i = 0; i < UNSCANNED_A_LOT; i++) {
            lot.issue(random);
        }
        listed(product, lot, lot.issued(), SerialStatus.ISSUED, records);
        lot.marked().forEach((status, marked) -> listed(product, lot, marked, status, records));
    }

    private static void listed(
            ProductPlan product, LotPlan lot, List<String> serials, SerialStatus status, List<RegistryRecord> records) {
        for (int i = 0; i < serials.size(); i += SERIALS_A_LINE) {
            List<String> part = serials.subList(i, Math.min(serials.size(), i + SERIALS_A_LINE));
            records.add(new Serials(product.gtin(), lot.lot(), part, null, null, status));
        }
    }

    private static Party party(String id, String name, PartyRole role, @Nullable String country) {
        return new Party(id, name, List.of(role), country, List.of(), PartyStatus.ACTIVE);
    }
}
