package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.label;
import static org.quaymark.inspection.decision.Dock.serials;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.registry.SerialStatus;

class SerialVoidTest {
    private final Dock dock = new Dock();

    @Test
    void holdsAUnitDestroyedOrStolen() {
        for (SerialStatus status : List.of(SerialStatus.DESTROYED, SerialStatus.STOLEN)) {
            dock.know(serials(status, "ABC123", SERIAL));
            Verdict verdict = dock.scan(label(SHOE, SERIAL, "ABC123"));
            assertEquals(Effect.HOLD, verdict.verdict());
            assertEquals(List.of(FindingCode.SERIAL_VOID), codes(verdict));
        }
    }
}
