package org.quaymark.sim.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Product;

/**
 * A product while its scenario is being made.
 *
 * @param style how its units are numbered, null where they are not
 * @param good lots that are fine
 * @param recalled a lot that was called back
 * @param expired a lot past its date
 * @param taken every serial that was issued or made up for it
 */
record ProductPlan(
        Product product,
        String consignor,
        @Nullable SerialStyle style,
        List<LotPlan> good,
        LotPlan recalled,
        LotPlan expired,
        Set<String> taken) {

    static Set<String> nothingTaken() {
        return new HashSet<>();
    }

    String gtin() {
        return product.gtin();
    }

    boolean serialised() {
        return style != null;
    }

    LotPlan anyGood(RandomGenerator random) {
        return good.get(random.nextInt(good.size()));
    }

    List<LotPlan> lots() {
        List<LotPlan> lots = new ArrayList<>(good);
        lots.add(recalled);
        lots.add(expired);
        return lots;
    }
}
