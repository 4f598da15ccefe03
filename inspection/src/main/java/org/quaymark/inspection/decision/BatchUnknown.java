package org.quaymark.inspection.decision;

import java.util.List;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Serialisation;

/** Product known and told apart by batch or serial, lot not known; a lot that the registry names for this very unit is known. */
final class BatchUnknown implements Rule {
    @Override
    public FindingCode code() {
        return FindingCode.BATCH_UNKNOWN;
    }

    @Override
    public Subject subject() {
        return Subject.ITEM;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        Product product = c.product();
        String lot = c.identified().lot();
        if (product == null || product.serialisation() == Serialisation.NONE || lot == null || c.batch() != null) {
            return List.of();
        }
        boolean namedForUnit = c.unit() != null && lot.equals(c.unit().lot());
        return namedForUnit ? List.of() : List.of(new Found(c.detail()));
    }
}
