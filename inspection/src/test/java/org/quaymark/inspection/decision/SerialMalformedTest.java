package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.label;
import static org.quaymark.inspection.decision.Dock.product;
import static org.quaymark.inspection.decision.Dock.serials;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Serialisation;

class SerialMalformedTest {
    private final Dock dock = new Dock();

    @Test
    void holdsASerialThatBreaksTheProductsPattern() {
        Verdict verdict = dock.scan(label(SHOE, "XYZ", "ABC123"));
        assertEquals(Effect.HOLD, verdict.verdict());
        assertEquals(List.of(FindingCode.SERIAL_MALFORMED), codes(verdict));
    }

    @Test
    void passesAnIssuedSerialWhateverThePatternSays() {
        dock.know(serials(SerialStatus.ISSUED, null, "odd"));
        assertEquals(Effect.PASS, dock.scan(label(SHOE, "odd", null)).verdict());
    }

    @Test
    void aPatternThatTakesForeverBreaksNothing() {
        dock.know(product(SHOE, Serialisation.SERIAL, "(.*A){10}X"));
        long before = System.nanoTime();
        Verdict verdict = dock.scan(label(SHOE, "AAAAAAAAAAAAAAAAAAAY", "ABC123"));
        assertEquals(List.of(FindingCode.SERIAL_NOT_ISSUED), codes(verdict));
        assertTrue(System.nanoTime() - before < 2_000_000_000L, "a hostile pattern hangs no verdict");
    }
}
