package org.quaymark.sim.scenario;

import java.util.random.RandomGenerator;
import org.quaymark.inspection.reading.Shipment;

/** Genuine goods about which their route, sender or papers tell something. */
final class RouteMaker {
    private final Catalogue catalogue;
    private final Papers papers;
    private final ItemMaker items;
    private final RandomGenerator random;

    RouteMaker(Catalogue catalogue, Papers papers, ItemMaker items, RandomGenerator random) {
        this.catalogue = catalogue;
        this.papers = papers;
        this.items = items;
        this.random = random;
    }

    Item make(Truth truth, String destination) {
        return switch (truth) {
            case PARALLEL_IMPORT -> sent(truth, catalogue.anyInLots(random), LotKind.GOOD, Catalogue.SHOP, destination);
            case RIGHT_LAPSED -> sent(truth, catalogue.anyLapsed(random), LotKind.FOREIGN, Catalogue.SHOP, destination);
            case GREY_MARKET -> sent(truth, catalogue.anyInLots(random), LotKind.FOREIGN, Catalogue.SHOP, destination);
            case LICENCE_LAPSED -> {
                ProductPlan product = catalogue.anyInLots(random);
                yield sent(truth, product, LotKind.FOREIGN, product.product().holder() + "-former", destination);
            }
            case CONSIGNOR_SUSPENDED ->
                sent(truth, catalogue.anyInLots(random), LotKind.GOOD, Catalogue.SUSPENDED, destination);
            case NOT_ON_MANIFEST -> announcedAsOther(destination);
            case WRONG_WEIGHT -> tooHeavy(destination);
            default -> throw new IllegalArgumentException(truth + " is not of a route");
        };
    }

    private Item sent(Truth truth, ProductPlan product, LotKind kind, String consignor, String destination) {
        Label label = items.label(product, product.lot(kind, random));
        Shipment shipment = papers.shipment(product, consignor, destination, Papers.gross(product));
        return new Item(label, papers.nextParcel(), shipment, truth, truth.expected());
    }

    private Item announcedAsOther(String destination) {
        ProductPlan product = catalogue.anyInLots(random);
        ProductPlan other = catalogue.anyInLots(random);
        while (other.gtin().equals(product.gtin())) {
            other = catalogue.anyInLots(random);
        }
        Item item = sent(Truth.NOT_ON_MANIFEST, product, LotKind.GOOD, product.consignor(), destination);
        papers.announce(item.parcel(), product.consignor(), destination, other.gtin(), null, Papers.gross(other));
        return item;
    }

    private Item tooHeavy(String destination) {
        ProductPlan product = catalogue.anyInLots(random);
        Label label = items.label(product, product.lot(LotKind.GOOD, random));
        String parcel = papers.nextParcel();
        int gross = Papers.gross(product);
        papers.announce(parcel, product.consignor(), destination, label.gtin(), label.lot(), gross);
        Shipment shipment = papers.shipment(product, product.consignor(), destination, 2 * gross + 100);
        return new Item(label, parcel, shipment, Truth.WRONG_WEIGHT, Truth.WRONG_WEIGHT.expected());
    }
}
