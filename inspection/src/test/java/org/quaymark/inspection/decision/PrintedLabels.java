package org.quaymark.inspection.decision;

import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.label;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;

/** Labels of the shoe, with serials and lots that the registry knows and others. */
final class PrintedLabels implements ArbitrarySupplier<String> {
    private static final List<String> SERIALS = List.of(SERIAL, "XYZW9999", "x", "7Q4M2K9B");
    private static final List<String> LOTS = List.of("ABC123", "OTHER", "");

    @Override
    public Arbitrary<String> get() {
        return Combinators.combine(Arbitraries.of(SERIALS), Arbitraries.of(LOTS))
                .as((serial, lot) -> label(SHOE, serial, lot.isEmpty() ? null : lot));
    }
}
