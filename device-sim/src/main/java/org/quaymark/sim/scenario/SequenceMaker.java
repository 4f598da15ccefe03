package org.quaymark.sim.scenario;

import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Parcels that are shown more than once, or with more than one code: what is right depends on what came before. */
final class SequenceMaker {
    private final Catalogue catalogue;
    private final Papers papers;
    private final ItemMaker items;
    private final RandomGenerator random;

    SequenceMaker(Catalogue catalogue, Papers papers, ItemMaker items, RandomGenerator random) {
        this.catalogue = catalogue;
        this.papers = papers;
        this.items = items;
        this.random = random;
    }

    List<Shown> make(Truth truth, String destination) {
        ProductPlan product = catalogue.anySerialised(random);
        Item genuine = items.known(Truth.GENUINE, product, LotKind.GOOD, destination);
        return switch (truth) {
            case WRONG_BARCODE ->
                List.of(Shown.of(as(genuine, truth), Shown.Side.PLAIN_EAN), Shown.of(genuine, Shown.Side.LABEL));
            case CODES_DISAGREE ->
                List.of(Shown.of(as(genuine, truth), Shown.Side.LABEL).besides(otherEan(product)));
            case DAMAGED_LABEL ->
                List.of(
                        Shown.of(rescan(genuine), Shown.Side.SCRATCHED),
                        Shown.of(as(genuine, Truth.CONTROL), Shown.Side.SAYS_DAMAGED),
                        Shown.of(as(genuine, truth), Shown.Side.SCRATCHED));
            case REUSED ->
                List.of(
                        Shown.of(genuine, Shown.Side.LABEL),
                        Shown.of(onOtherParcel(genuine, truth, product, destination), Shown.Side.LABEL));
            case RETURNED ->
                List.of(
                        Shown.of(genuine, Shown.Side.LABEL),
                        Shown.of(as(genuine, Truth.CONTROL), Shown.Side.SAYS_RELEASED),
                        Shown.of(onOtherParcel(genuine, truth, product, destination), Shown.Side.LABEL));
            case CLONE ->
                List.of(
                        Shown.of(genuine, Shown.Side.LABEL),
                        Shown.of(onOtherParcel(genuine, truth, product, destination), Shown.Side.LABEL)
                                .elsewhere());
            case MORE_THAN_LISTED -> moreThanListed(product, destination);
            default -> throw new IllegalArgumentException(truth + " is told by one look");
        };
    }

    /** The second unit weighs the parcel no more: what is wrong is its number alone. */
    private List<Shown> moreThanListed(ProductPlan product, String destination) {
        LotPlan lot = product.lot(LotKind.GOOD, random);
        Label first = items.label(product, lot);
        Label second = items.label(product, lot);
        String parcel = papers.nextParcel();
        int gross = Papers.gross(product);
        papers.announce(parcel, product.consignor(), destination, product.gtin(), lot.lot(), gross);
        var shipment = papers.shipment(product, product.consignor(), destination, gross);
        return List.of(
                Shown.of(new Item(first, parcel, shipment, Truth.GENUINE, Truth.GENUINE.expected()), Shown.Side.LABEL),
                Shown.of(
                        new Item(second, parcel, shipment, Truth.MORE_THAN_LISTED, Truth.MORE_THAN_LISTED.expected()),
                        Shown.Side.LABEL));
    }

    private Item onOtherParcel(Item unit, Truth truth, ProductPlan product, String destination) {
        return items.item(truth, Objects.requireNonNull(unit.label()), product, destination);
    }

    private static Item as(Item item, Truth truth) {
        return new Item(item.label(), item.parcel(), item.shipment(), truth, truth.expected());
    }

    private static Item rescan(Item item) {
        return new Item(item.label(), item.parcel(), item.shipment(), Truth.DAMAGED_LABEL, List.of("RESCAN"));
    }

    private String otherEan(ProductPlan product) {
        ProductPlan other = catalogue.any(random);
        while (other.gtin().equals(product.gtin())) {
            other = catalogue.any(random);
        }
        return LabelText.ean13(other.gtin());
    }
}
