package org.quaymark.inspection.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.inspection.registry.Right;
import org.quaymark.inspection.registry.RightStatus;

/**
 * The product's rights where the goods are going. Without one in force nobody's mark is infringed there, and what was found
 * from marks, licences and serials is at most {@link Effect#REVIEW}.
 *
 * @param known ids of the product's rights that the registry has; of one it does not have nothing can be said
 * @param inForce those in force at the destination on the day; where the destination is not known, anywhere
 */
record RightsAtDestination(List<String> known, List<Right> inForce) {
    /** What is found from marks, licences and serials. Blocked batches, expiry and interceptions are not. */
    private static final Set<FindingCode> REST_ON_A_RIGHT = EnumSet.of(
            FindingCode.PRODUCT_NOT_ISSUED,
            FindingCode.SERIAL_NOT_ISSUED,
            FindingCode.SERIAL_MALFORMED,
            FindingCode.SERIAL_LOT_MISMATCH,
            FindingCode.SERIAL_SPENT,
            FindingCode.SERIAL_VOID,
            FindingCode.SERIAL_CLONED,
            FindingCode.SERIAL_REUSED,
            FindingCode.BATCH_UNKNOWN,
            FindingCode.BATCH_OVERRUN,
            FindingCode.MARKET_NOT_LICENSED,
            FindingCode.LICENCE_LAPSED);

    RightsAtDestination {
        known = List.copyOf(known);
        inForce = List.copyOf(inForce);
    }

    static RightsAtDestination of(
            @Nullable Product product, @Nullable String destination, LocalDate date, Registry registry) {
        if (product == null) {
            return new RightsAtDestination(List.of(), List.of());
        }
        List<String> known = new ArrayList<>();
        List<Right> inForce = new ArrayList<>();
        for (String id : product.rights()) {
            Right right = registry.right(id);
            if (right != null) {
                known.add(id);
                if (isInForce(right, destination, date)) {
                    inForce.add(right);
                }
            }
        }
        return new RightsAtDestination(known, inForce);
    }

    private static boolean isInForce(Right right, @Nullable String destination, LocalDate date) {
        return right.status() == RightStatus.REGISTERED
                && (right.validFrom() == null || !date.isBefore(right.validFrom()))
                && (right.validTo() == null || !date.isAfter(right.validTo()))
                && (destination == null || Territories.cover(right.territories(), destination, date));
    }

    /** Whether the product has rights and none is in force. */
    boolean noneInForce() {
        return !known.isEmpty() && inForce.isEmpty();
    }

    Effect cap(FindingCode code, Effect effect) {
        boolean capped = noneInForce() && REST_ON_A_RIGHT.contains(code) && effect.compareTo(Effect.REVIEW) > 0;
        return capped ? Effect.REVIEW : effect;
    }
}
