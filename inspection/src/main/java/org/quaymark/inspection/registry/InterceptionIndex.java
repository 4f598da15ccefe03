package org.quaymark.inspection.registry;

import java.util.List;
import java.util.function.BiConsumer;

/** Interceptions by what they name. */
final class InterceptionIndex {
    private final Index<Interception> byParcel = new Index<>();
    private final Index<Interception> byProduct = new Index<>();
    private final Index<Interception> byConsignor = new Index<>();

    void add(Interception interception) {
        each(interception, byParcel::add, byProduct::add, byConsignor::add);
    }

    void remove(Interception interception) {
        each(interception, byParcel::remove, byProduct::remove, byConsignor::remove);
    }

    private static void each(
            Interception interception,
            BiConsumer<String, Interception> parcel,
            BiConsumer<String, Interception> product,
            BiConsumer<String, Interception> consignor) {
        if (interception.parcel() != null) {
            parcel.accept(interception.parcel(), interception);
        }
        if (interception.gtin() != null) {
            product.accept(interception.gtin(), interception);
        }
        if (interception.consignor() != null) {
            consignor.accept(interception.consignor(), interception);
        }
    }

    List<Interception> ofParcel(String parcel) {
        return byParcel.get(parcel);
    }

    List<Interception> ofProduct(String gtin) {
        return byProduct.get(gtin);
    }

    List<Interception> ofConsignor(String consignor) {
        return byConsignor.get(consignor);
    }
}
