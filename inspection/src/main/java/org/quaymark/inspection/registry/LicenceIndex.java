package org.quaymark.inspection.registry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Licences by GTIN, brand and right. */
final class LicenceIndex {
    private final Index<Licence> byProduct = new Index<>();
    private final Index<Licence> byBrand = new Index<>();
    private final Index<Licence> byRight = new Index<>();

    void add(Licence licence) {
        each(licence, byProduct::add, byBrand::add, byRight::add);
    }

    void remove(Licence licence) {
        each(licence, byProduct::remove, byBrand::remove, byRight::remove);
    }

    private static void each(
            Licence licence,
            BiConsumer<String, Licence> product,
            BiConsumer<String, Licence> brand,
            BiConsumer<String, Licence> right) {
        licence.products().forEach(gtin -> product.accept(gtin, licence));
        licence.brands().forEach(name -> brand.accept(name, licence));
        licence.rights().forEach(id -> right.accept(id, licence));
    }

    List<Licence> covering(Product product) {
        Set<Licence> found = new LinkedHashSet<>(byProduct.get(product.gtin()));
        if (product.brand() != null) {
            found.addAll(byBrand.get(product.brand()));
        }
        product.rights().forEach(right -> found.addAll(byRight.get(right)));
        return List.copyOf(new ArrayList<>(found));
    }
}
