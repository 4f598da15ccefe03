package org.quaymark.sim.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.Shipment;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.InterceptionStatus;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.Serialisation;

/** Makes items up, and tells the registry what it has to know of each: which verdict is right follows from how it was made. */
final class ItemMaker {
    private static final int PACKAGING_GRAMS = 40;
    private static final int FREE_REFERENCES = 90_000;
    private static final LocalDate UNTIL = LocalDate.of(2099, 12, 31);
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private final Catalogue catalogue;
    private final RandomGenerator random;
    private final List<Manifest> manifests = new ArrayList<>();
    private final List<Interception> interceptions = new ArrayList<>();
    private int parcels;

    ItemMaker(Catalogue catalogue, RandomGenerator random) {
        this.catalogue = catalogue;
        this.random = random;
    }

    List<Manifest> manifests() {
        return manifests;
    }

    List<Interception> interceptions() {
        return interceptions;
    }

    /** An item of that truth, bound for that country. */
    Item make(Truth truth, String destination) {
        String parcel = nextParcel();
        return switch (truth) {
            case GENUINE, PARCEL_ONLY -> genuine(truth, catalogue.any(random), parcel, destination);
            case WRONG_BARCODE -> genuine(truth, catalogue.anySerialised(random), parcel, destination);
            case RECALLED -> known(truth, differing(), Kind.RECALLED, parcel, destination);
            case EXPIRED -> known(truth, differing(), Kind.EXPIRED, parcel, destination);
            case SERIAL_NEVER_ISSUED, SERIAL_MALFORMED, WRONG_LOT -> badSerial(truth, parcel, destination);
            case LOT_NEVER_MADE -> {
                ProductPlan product = catalogue.anyByBatch(random);
                Label label = new Label(
                        product.gtin(),
                        "X" + letters(3) + digits(5),
                        null,
                        product.good().get(0).expiry());
                yield item(truth, label, product, parcel, destination);
            }
            case PRODUCT_NEVER_ISSUED -> {
                Catalogue.Brand brand =
                        catalogue.brands().get(random.nextInt(catalogue.brands().size()));
                yield stranger(truth, brand.prefix(), parcel);
            }
            case UNKNOWN_PRODUCT -> stranger(truth, Catalogue.STRANGE_PREFIX, parcel);
            case INTERCEPTED -> intercepted(parcel, destination);
        };
    }

    private enum Kind {
        GOOD,
        RECALLED,
        EXPIRED
    }

    private Item genuine(Truth truth, ProductPlan product, String parcel, String destination) {
        return known(truth, product, Kind.GOOD, parcel, destination);
    }

    private Item known(Truth truth, ProductPlan product, Kind kind, String parcel, String destination) {
        LotPlan lot = switch (kind) {
            case GOOD -> product.anyGood(random);
            case RECALLED -> product.recalled();
            case EXPIRED -> product.expired();
        };
        boolean hasLots = product.product().serialisation() != Serialisation.NONE;
        Label label =
                new Label(product.gtin(), hasLots ? lot.lot() : null, lot.issue(random), hasLots ? lot.expiry() : null);
        return item(truth, label, product, parcel, destination);
    }

    private Item badSerial(Truth truth, String parcel, String destination) {
        ProductPlan product = catalogue.anySerialised(random);
        SerialStyle style = Objects.requireNonNull(product.style());
        LotPlan lot = product.good().get(0);
        @Nullable
        String serial = switch (truth) {
            case SERIAL_MALFORMED -> style.malformed(random);
            case WRONG_LOT -> product.good().get(1).issue(random);
            default -> LotPlan.drawUnused(style, product.taken(), random);
        };
        return item(truth, new Label(product.gtin(), lot.lot(), serial, lot.expiry()), product, parcel, destination);
    }

    private Item stranger(Truth truth, String prefix, String parcel) {
        String gtin = Catalogue.gtin(prefix, FREE_REFERENCES + random.nextInt(9_999));
        Label label = new Label(gtin, "Q" + digits(5), SerialStyle.CAPITALS.draw(random), UNTIL.minusYears(60));
        return new Item(label, parcel, null, truth, truth.expected());
    }

    private Item intercepted(String parcel, String destination) {
        boolean byUnit = random.nextBoolean();
        ProductPlan product = byUnit ? catalogue.anySerialised(random) : catalogue.any(random);
        Item item = genuine(Truth.INTERCEPTED, product, parcel, destination);
        Label label = Objects.requireNonNull(item.label());
        boolean forReview = random.nextInt(4) == 0;
        interceptions.add(new Interception(
                "INT-" + (interceptions.size() + 1),
                byUnit ? null : parcel,
                byUnit ? label.gtin() : null,
                null,
                byUnit ? label.serial() : null,
                null,
                forReview ? "REVIEW" : "HOLD",
                byUnit ? "reported stolen in transit" : "documents do not agree",
                "customs-de",
                UNTIL,
                InterceptionStatus.ACTIVE));
        return new Item(label, parcel, item.shipment(), Truth.INTERCEPTED, List.of(forReview ? "REVIEW" : "HOLD"));
    }

    /** An item with its shipment, half of the time announced by a manifest that agrees with it. */
    private Item item(Truth truth, Label label, ProductPlan product, String parcel, String destination) {
        int unit = Objects.requireNonNullElse(product.product().unitWeightGrams(), 0);
        int gross = unit + PACKAGING_GRAMS;
        Shipment shipment = new Shipment(
                "CN",
                destination,
                product.consignor(),
                product.product().hsCode(),
                gross,
                1,
                new Shipment.Money("39.90", "EUR"));
        if (random.nextBoolean()) {
            manifests.add(new Manifest(
                    parcel,
                    product.consignor(),
                    "CN",
                    destination,
                    List.of(new Manifest.Item(label.gtin(), label.lot(), null, 1)),
                    gross,
                    "bazaar",
                    "B-" + digits(6),
                    "s-" + digits(3)));
        }
        return new Item(label, parcel, shipment, truth, truth.expected());
    }

    /** A product whose goods have lots. */
    private ProductPlan differing() {
        ProductPlan product = catalogue.any(random);
        while (product.product().serialisation() == Serialisation.NONE) {
            product = catalogue.any(random);
        }
        return product;
    }

    private String nextParcel() {
        int number = parcels++;
        String service = "R" + (char) ('A' + number / 50_000_000 % 26);
        return CheckDigits.s10(service, 20_000_000 + number % 50_000_000, "CN");
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private String letters(int count) {
        StringBuilder letters = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }
}
