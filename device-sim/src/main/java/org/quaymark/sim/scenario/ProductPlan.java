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
 * @param foreign a lot made for another market
 * @param taken every serial that was issued or made up for it
 */
record ProductPlan(
        Product product,
        String consignor,
        @Nullable SerialStyle style,
        List<LotPlan> good,
        LotPlan recalled,
        LotPlan expired,
        LotPlan foreign,
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

    /** A lot of that kind. */
    LotPlan lot(LotKind kind, RandomGenerator random) {
        return switch (kind) {
            case GOOD -> good.get(random.nextInt(good.size()));
            case RECALLED -> recalled;
            case EXPIRED -> expired;
            case FOREIGN -> foreign;
        };
    }

    List<LotPlan> lots() {
        List<LotPlan> lots = new ArrayList<>(good);
        lots.add(recalled);
        lots.add(expired);
        lots.add(foreign);
        return lots;
    }
}
