package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.NOW;
import static org.quaymark.inspection.decision.Dock.PARCEL;
import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.interceptionOfParcel;
import static org.quaymark.inspection.decision.Dock.label;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.reading.Shipment;

class InspectorTest {
    private final Dock dock = new Dock();

    @Test
    void givesTheSameVerdictEveryTime() {
        assertEquals(dock.scan(label(SHOE, "X", "Y")), dock.scan(label(SHOE, "X", "Y")));
    }

    @Test
    void readsNoClockButTheScans() {
        Verdict verdict = dock.scan(label(SHOE, SERIAL, "ABC123"));
        assertEquals(NOW, verdict.at());
        assertEquals(0, verdict.elapsedMicros());
        assertEquals(5, verdict.registry().ageSeconds());
    }

    @Test
    void namesThePolicysVersion() {
        dock.policy = new Policy(
                "house-7", Map.of(FindingCode.SERIAL_NOT_ISSUED, Effect.REVIEW), List.of(), Thresholds.STANDARD);
        Verdict verdict = dock.scan(label(SHOE, "XYZW9999", null));
        assertEquals("house-7", verdict.policy());
        assertEquals(Effect.REVIEW, verdict.verdict());
    }

    @Test
    void anExceptionCountsAtItsPlaceOnly() {
        dock.policy = new Policy(
                "p",
                Map.of(),
                List.of(new Policy.Exemption(FindingCode.SERIAL_NOT_ISSUED, Effect.REVIEW, "HAM1", "DE", "6404")),
                Thresholds.STANDARD);
        assertEquals(Effect.REVIEW, dock.scan(label(SHOE, "XYZW9999", null)).verdict());
        dock.shipment = new Shipment(null, "FR", null, null, null, null, null);
        assertEquals(Effect.HOLD, dock.scan(label(SHOE, "XYZW9999", null)).verdict());
    }

    @Test
    void aControlCodeIsNoItem() {
        assertEquals(List.of(), dock.scan("QM:HELD").findings());
        assertEquals(Effect.PASS, dock.scan("QM:HELD").verdict());
    }

    @Test
    void aParcelAlonePasses() {
        Verdict verdict = dock.scan(PARCEL);
        assertEquals(Effect.PASS, verdict.verdict());
        assertEquals(PARCEL, verdict.identified().parcel());
    }

    @Test
    void theParcelMayBeSaidByTheDevice() {
        dock.parcel = "rr 47312482 9 gb";
        dock.know(interceptionOfParcel("INT-5", Effect.HOLD));
        assertEquals(Effect.HOLD, dock.scan().verdict());
    }
}
