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

/** What is written about parcels: their numbers, manifests, shipments, and the orders to stop some. */
final class Papers {
    private static final int PACKAGING_GRAMS = 40;
    private static final LocalDate UNTIL = LocalDate.of(2099, 12, 31);
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private final RandomGenerator random;
    private final List<Manifest> manifests = new ArrayList<>();
    private final List<Interception> interceptions = new ArrayList<>();
    private int parcels;

    Papers(RandomGenerator random) {
        this.random = random;
    }

    List<Manifest> manifests() {
        return manifests;
    }

    List<Interception> interceptions() {
        return interceptions;
    }

    String nextParcel() {
        int number = parcels++;
        String service = "R" + (char) ('A' + number / 50_000_000 % 26);
        return CheckDigits.s10(service, 20_000_000 + number % 50_000_000, "CN");
    }

    /** The gross mass of one unit in its parcel. */
    static int gross(ProductPlan product) {
        return Objects.requireNonNullElse(product.product().unitWeightGrams(), 0) + PACKAGING_GRAMS;
    }

    /** One unit of that product on its way. */
    Shipment shipment(ProductPlan product, String consignor, String destination, int grams) {
        return new Shipment(
                "CN", destination, consignor, product.product().hsCode(), grams, 1, new Shipment.Money("39.90", "EUR"));
    }

    /** A parcel that is announced to hold one unit. */
    void announce(String parcel, String consignor, String destination, String gtin, @Nullable String lot, int grams) {
        manifests.add(new Manifest(
                parcel,
                consignor,
                "CN",
                destination,
                List.of(new Manifest.Item(gtin, lot, null, 1)),
                grams,
                "bazaar",
                "B-" + digits(6),
                "s-" + digits(3)));
    }

    /** Has a unit stopped by its serial, or a parcel by its number; gives the effect. */
    String intercept(Label label, String parcel, boolean byUnit) {
        String effect = random.nextInt(4) == 0 ? "REVIEW" : "HOLD";
        interceptions.add(new Interception(
                "INT-" + (interceptions.size() + 1),
                byUnit ? null : parcel,
                byUnit ? label.gtin() : null,
                null,
                byUnit ? label.serial() : null,
                null,
                effect,
                byUnit ? "reported stolen in transit" : "documents do not agree",
                "customs-de",
                UNTIL,
                InterceptionStatus.ACTIVE));
        return effect;
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    String letters(int count) {
        StringBuilder letters = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }
}
