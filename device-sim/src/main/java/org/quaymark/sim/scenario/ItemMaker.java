package org.quaymark.sim.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.Shipment;
import org.quaymark.inspection.registry.Serialisation;

/**
 * Makes items up, and tells the registry what it has to know of each: which verdict is right follows from how it was made.
 * Items that are told by their label; those that are told by their route or by what was seen before are {@link RouteMaker}'s
 * and {@link SequenceMaker}'s.
 */
final class ItemMaker {
    private static final int FREE_REFERENCES = 90_000;
    private static final LocalDate MADE_UP_EXPIRY = LocalDate.of(2039, 12, 31);

    private final Catalogue catalogue;
    private final Papers papers;
    private final RandomGenerator random;
    private final RouteMaker routes;
    private final SequenceMaker sequences;

    ItemMaker(Catalogue catalogue, Papers papers, RandomGenerator random) {
        this.catalogue = catalogue;
        this.papers = papers;
        this.random = random;
        this.routes = new RouteMaker(catalogue, papers, this, random);
        this.sequences = new SequenceMaker(catalogue, papers, this, random);
    }

    /** What is shown of a parcel of that truth bound for that country, in its order. */
    List<Shown> make(Truth truth, String destination) {
        return switch (truth) {
            case GENUINE -> List.of(Shown.alone(known(truth, catalogue.any(random), LotKind.GOOD, destination)));
            case PARCEL_ONLY ->
                List.of(Shown.of(known(truth, catalogue.any(random), LotKind.GOOD, destination), Shown.Side.PARCEL));
            case RECALLED ->
                List.of(Shown.alone(known(truth, catalogue.anyInLots(random), LotKind.RECALLED, destination)));
            case EXPIRED ->
                List.of(Shown.alone(known(truth, catalogue.anyInLots(random), LotKind.EXPIRED, destination)));
            case SERIAL_NEVER_ISSUED, SERIAL_MALFORMED, WRONG_LOT ->
                List.of(Shown.alone(badSerial(truth, catalogue.anySerialised(random), destination)));
            case NEVER_ISSUED_RIGHT_LAPSED ->
                List.of(Shown.alone(badSerial(truth, catalogue.anyLapsed(random), destination)));
            case SERIAL_SPENT, SERIAL_VOID -> List.of(Shown.alone(marked(truth, destination)));
            case LOT_NEVER_MADE -> List.of(Shown.alone(strangeLot(destination)));
            case PRODUCT_NEVER_ISSUED ->
                List.of(Shown.alone(stranger(
                        truth,
                        catalogue
                                .brands()
                                .get(random.nextInt(catalogue.brands().size()))
                                .prefix())));
            case UNKNOWN_PRODUCT -> List.of(Shown.alone(stranger(truth, Catalogue.STRANGE_PREFIX)));
            case INTERCEPTED -> List.of(Shown.alone(intercepted(destination)));
            case RELABELLED -> List.of(Shown.alone(relabelled(destination)));
            case PARALLEL_IMPORT,
                    RIGHT_LAPSED,
                    GREY_MARKET,
                    LICENCE_LAPSED,
                    CONSIGNOR_SUSPENDED,
                    NOT_ON_MANIFEST,
                    WRONG_WEIGHT -> List.of(Shown.alone(routes.make(truth, destination)));
            case WRONG_BARCODE, CODES_DISAGREE, DAMAGED_LABEL, REUSED, RETURNED, CLONE, MORE_THAN_LISTED, CONTROL ->
                sequences.make(truth, destination);
        };
    }

    /** Goods of a lot of that product, with a unit of their own. */
    Item known(Truth truth, ProductPlan product, LotKind kind, String destination) {
        return item(truth, label(product, product.lot(kind, random)), product, destination);
    }

    /** A label of the next unit of a lot. */
    Label label(ProductPlan product, LotPlan lot) {
        boolean hasLots = product.product().serialisation() != Serialisation.NONE;
        return new Label(product.gtin(), hasLots ? lot.lot() : null, lot.issue(random), hasLots ? lot.expiry() : null);
    }

    /** An item with its shipment, half of the time announced by a manifest that agrees with it. */
    Item item(Truth truth, Label label, ProductPlan product, String destination) {
        String parcel = papers.nextParcel();
        int gross = Papers.gross(product);
        if (random.nextBoolean()) {
            papers.announce(parcel, product.consignor(), destination, label.gtin(), label.lot(), gross);
        }
        Shipment shipment = papers.shipment(product, product.consignor(), destination, gross);
        return new Item(label, parcel, shipment, truth, truth.expected());
    }

    private Item badSerial(Truth truth, ProductPlan product, String destination) {
        SerialStyle style = Objects.requireNonNull(product.style());
        LotPlan lot = product.good().get(0);
        @Nullable
        String serial = switch (truth) {
            case SERIAL_MALFORMED -> style.malformed(random);
            case WRONG_LOT -> product.good().get(1).issue(random);
            default -> LotPlan.drawUnused(style, product.taken(), random);
        };
        return item(truth, new Label(product.gtin(), lot.lot(), serial, lot.expiry()), product, destination);
    }

    /** A unit that something became of. */
    private Item marked(Truth truth, String destination) {
        ProductPlan product = catalogue.anyListed(random);
        LotPlan lot = product.lot(LotKind.GOOD, random);
        String serial = lot.mark(truth == Truth.SERIAL_VOID, random);
        return item(truth, new Label(product.gtin(), lot.lot(), serial, lot.expiry()), product, destination);
    }

    private Item strangeLot(String destination) {
        ProductPlan product = catalogue.anyByBatch(random);
        String lot = "X" + papers.letters(3) + papers.digits(5);
        Label label = new Label(product.gtin(), lot, null, product.good().get(0).expiry());
        return item(Truth.LOT_NEVER_MADE, label, product, destination);
    }

    private Item relabelled(String destination) {
        ProductPlan product = catalogue.anyInLots(random);
        Label label = label(product, product.lot(LotKind.GOOD, random));
        LocalDate later = Objects.requireNonNull(label.expiry()).plusMonths(7);
        Label other = new Label(label.gtin(), label.lot(), label.serial(), later);
        return item(Truth.RELABELLED, other, product, destination);
    }

    private Item stranger(Truth truth, String prefix) {
        String gtin = Catalogue.gtin(prefix, FREE_REFERENCES + random.nextInt(9_999));
        Label label = new Label(gtin, "Q" + papers.digits(5), SerialStyle.CAPITALS.draw(random), MADE_UP_EXPIRY);
        return new Item(label, papers.nextParcel(), null, truth, truth.expected());
    }

    private Item intercepted(String destination) {
        boolean byUnit = random.nextBoolean();
        ProductPlan product = byUnit ? catalogue.anySerialised(random) : catalogue.any(random);
        Item item = known(Truth.INTERCEPTED, product, LotKind.GOOD, destination);
        String effect = papers.intercept(Objects.requireNonNull(item.label()), item.parcel(), byUnit);
        return new Item(item.label(), item.parcel(), item.shipment(), Truth.INTERCEPTED, List.of(effect));
    }
}
