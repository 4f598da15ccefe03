package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.CREAM;
import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.detail;
import static org.quaymark.inspection.decision.Dock.label;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Serials;

class SerialNotIssuedTest {
    private final Dock dock = new Dock();

    @Test
    void holdsASerialThatWasNeverIssued() {
        Verdict verdict = dock.scan(label(SHOE, "XYZW9999", "ABC123"));
        assertEquals(Effect.HOLD, verdict.verdict());
        assertEquals(List.of(FindingCode.SERIAL_NOT_ISSUED), codes(verdict));
        assertEquals(
                Map.of("gtin", SHOE, "lot", "ABC123", "serial", "XYZW9999"),
                detail(verdict, FindingCode.SERIAL_NOT_ISSUED));
    }

    @Test
    void passesASerialThatWasIssued() {
        Verdict verdict = dock.scan(label(SHOE, SERIAL, "ABC123"));
        assertEquals(Effect.PASS, verdict.verdict());
        assertEquals(List.of(), verdict.findings());
    }

    @Test
    void passesASerialOutOfARange() {
        dock.know(new Serials(SHOE, null, List.of(), "00010000", "00019999", SerialStatus.ISSUED));
        assertEquals(Effect.PASS, dock.scan(label(SHOE, "00010000", null)).verdict());
        assertEquals(Effect.PASS, dock.scan(label(SHOE, "00019999", null)).verdict());
        assertEquals(Effect.HOLD, dock.scan(label(SHOE, "00020000", null)).verdict());
    }

    @Test
    void doesNotAskForASerialOfGoodsToldApartByLot() {
        assertEquals(Effect.PASS, dock.scan(label(CREAM, "WHATEVER", "L7")).verdict());
    }
}
