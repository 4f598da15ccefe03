package org.quaymark.sim.scenario;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which verdicts are right for an item whose label a scanner may have distorted: what the registry knows is proved and judged
 * as what it is, or scanned again where the fault can leave several proofs or none. Nothing is proved of what it does
 * not know: that never passes, and is not accused where the text was not clean.
 */
final class Expectation {
    private static final String SCAN_AGAIN = "RESCAN";

    private Expectation() {}

    static List<String> of(Item item, @Nullable ScannerFault fault) {
        if (fault == null) {
            return item.expected();
        }
        return switch (fault.reading()) {
            case SAME -> item.expected();
            // Some texts come through whole, as digits do on most keyboards: then the label is judged as printed.
            case PROVED -> item.truth().provable() ? item.expected() : orAgain(item);
            case UNSURE -> orAgain(item);
            // What is known of the parcel or its sender stands while the item's reading is in doubt.
            case LOST -> item.truth().toldByPapers() ? orAgain(item) : List.of(SCAN_AGAIN);
        };
    }

    private static List<String> orAgain(Item item) {
        return Stream.concat(Stream.of(SCAN_AGAIN), item.expected().stream())
                .distinct()
                .toList();
    }
}
