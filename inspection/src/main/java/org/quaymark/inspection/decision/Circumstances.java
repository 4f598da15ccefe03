package org.quaymark.inspection.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.inspection.reading.Reading;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.InterceptionStatus;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.inspection.registry.Serialisation;
import org.quaymark.inspection.registry.Site;
import org.quaymark.inspection.registry.Unit;

/**
 * Everything a rule may look at, looked up once.
 *
 * @param registry what is asked: nothing is known where nobody has vouched for it
 * @param ageSeconds since the registry's keeper last vouched for it, in whole seconds; -1 where that never was
 * @param date the scan's, at the site
 * @param lot the label's, or where it names none, the one the unit was issued under
 * @param batch what the registry knows of that lot
 * @param destination the shipment's, else the manifest's, else the site's country
 * @param rights the product's, at the destination
 * @param interceptions those in force that name the parcel, the item or the consignor
 */
record Circumstances(
        Scan scan,
        Reading reading,
        Registry registry,
        long ageSeconds,
        History history,
        Thresholds thresholds,
        LocalDate date,
        @Nullable Product product,
        @Nullable Unit unit,
        @Nullable String lot,
        @Nullable Batch batch,
        @Nullable Manifest manifest,
        @Nullable String destination,
        @Nullable String consignor,
        RightsAtDestination rights,
        List<Interception> interceptions) {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    static Circumstances of(
            Scan scan,
            Reading reading,
            Registry registry,
            long ageSeconds,
            History history,
            Thresholds thresholds,
            SiteCalendar calendar) {
        Identification item = reading.identification();
        boolean sure = reading.isSure();
        String gtin = sure ? item.gtin() : null;
        Site site = registry.site(scan.site());
        LocalDate date = calendar.date(scan.at(), site);
        Unit unit = gtin == null || item.serial() == null ? null : registry.unit(gtin, item.serial());
        String lot = item.lot() != null || unit == null ? item.lot() : unit.lot();
        Manifest manifest = manifest(reading, registry);
        String consignor = scan.shipment() != null && scan.shipment().consignor() != null
                ? scan.shipment().consignor()
                : manifest == null ? null : manifest.consignor();
        Product product = gtin == null ? null : registry.product(gtin);
        String destination = destination(scan, manifest, site, history);
        return new Circumstances(
                scan,
                reading,
                registry,
                ageSeconds,
                history,
                thresholds,
                date,
                product,
                unit,
                lot,
                gtin == null || lot == null ? null : registry.batch(gtin, lot),
                manifest,
                destination,
                consignor,
                RightsAtDestination.of(product, destination, date, registry),
                interceptions(reading, gtin, lot, consignor, registry, date));
    }

    /** GTIN-14 of the item, null where it is in doubt or there is none. */
    @Nullable
    String gtin() {
        return reading.isSure() ? identified().gtin() : null;
    }

    Identification identified() {
        return reading.identification();
    }

    /** The item's GTIN, lot, serial and parcel, as far as they are known: what most findings are found on. */
    Map<String, String> detail() {
        Map<String, String> detail = new LinkedHashMap<>();
        put(detail, "gtin", gtin());
        put(detail, "lot", identified().lot());
        put(detail, "serial", identified().serial());
        return detail;
    }

    static void put(Map<String, String> detail, String key, @Nullable Object value) {
        if (value != null) {
            detail.put(key, value.toString());
        }
    }

    /** Earlier sightings of this unit, oldest first; none where the product's units have no serials of their own. */
    List<History.Seen> sightings() {
        String serial = identified().serial();
        return product == null || serial == null || product.serialisation() != Serialisation.SERIAL
                ? List.of()
                : history.sightingsOf(product.gtin(), serial);
    }

    /** The Harmonized System code of the product or else the shipment, empty where neither is known. */
    String hsCode() {
        if (product != null && product.hsCode() != null) {
            return product.hsCode();
        }
        return scan.shipment() == null || scan.shipment().hsCode() == null
                ? ""
                : scan.shipment().hsCode();
    }

    /** Whether the registry can be relied on at all: its keeper vouched for it at some time. */
    boolean hasRegistry() {
        return ageSeconds >= 0;
    }

    private static @Nullable Manifest manifest(Reading reading, Registry registry) {
        for (String parcel : reading.parcels()) {
            Manifest manifest = registry.manifest(parcel);
            if (manifest != null) {
                return manifest;
            }
        }
        return null;
    }

    private static @Nullable String destination(
            Scan scan, @Nullable Manifest manifest, @Nullable Site site, History history) {
        String said = scan.shipment() == null ? null : country(scan.shipment().destination());
        if (said != null) {
            return said;
        }
        if (manifest != null && manifest.destination() != null) {
            return manifest.destination();
        }
        return site == null ? history.country(scan) : site.country();
    }

    /** A country as devices' systems write it; null where it is none. */
    private static @Nullable String country(@Nullable String said) {
        String country = said == null ? "" : said.strip().toUpperCase(Locale.ROOT);
        return COUNTRY.matcher(country).matches() ? country : null;
    }

    private static List<Interception> interceptions(
            Reading reading,
            @Nullable String gtin,
            @Nullable String lot,
            @Nullable String consignor,
            Registry registry,
            LocalDate date) {
        List<Interception> found = new ArrayList<>(0);
        for (String parcel : reading.parcels()) {
            found.addAll(registry.interceptionsOfParcel(parcel));
        }
        if (gtin != null) {
            String serial = reading.identification().serial();
            for (Interception i : registry.interceptionsOfProduct(gtin)) {
                boolean names = (i.parcel() == null || reading.parcels().contains(i.parcel()))
                        && (i.lot() == null || i.lot().equals(lot))
                        && (i.serial() == null || i.serial().equals(serial));
                if (names) {
                    found.add(i);
                }
            }
        }
        if (consignor != null) {
            registry.interceptionsOfConsignor(consignor).stream()
                    .filter(i -> i.parcel() == null && i.gtin() == null)
                    .forEach(found::add);
        }
        return found.isEmpty()
                ? found
                : found.stream()
                        .filter(i -> i.status() == InterceptionStatus.ACTIVE)
                        .filter(i -> i.validTo() == null || !i.validTo().isBefore(date))
                        .distinct()
                        // Not by when they came: the order of the registry's lines decides nothing.
                        .sorted(Comparator.comparing(Interception::id))
                        .toList();
    }
}
