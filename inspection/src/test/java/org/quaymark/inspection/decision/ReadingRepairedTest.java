package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.GS;
import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.serials;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.registry.SerialStatus;

class ReadingRepairedTest {
    private final Dock dock = new Dock();

    @Test
    void takesTheOneProvedReadingAndAccusesNobody() {
        Verdict verdict = dock.scan("]D201" + SHOE + "17271231" + "10abc123" + GS + "217q4m2k9a");
        assertEquals(Effect.PASS, verdict.verdict());
        assertEquals(List.of(FindingCode.READING_REPAIRED), codes(verdict));
        assertEquals(List.of("caps-lock"), verdict.reading().repaired());
        assertEquals(SERIAL, verdict.identified().serial());
    }

    @Test
    void whatIsKnownOfARepairedItemIsFoundAllTheSame() {
        dock.know(serials(SerialStatus.STOLEN, "ABC123", SERIAL));
        Verdict verdict = dock.scan("]D201" + SHOE + "217q4m2k9a");
        assertEquals(List.of(FindingCode.SERIAL_VOID, FindingCode.READING_REPAIRED), codes(verdict));
    }
}
