package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.detail;
import static org.quaymark.inspection.decision.Dock.label;
import static org.quaymark.inspection.decision.Dock.serials;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.registry.SerialStatus;

class SerialSpentTest {
    private final Dock dock = new Dock();

    @Test
    void reviewsAUnitSoldExportedOrGivenAsASample() {
        for (SerialStatus status : List.of(SerialStatus.SOLD, SerialStatus.EXPORTED, SerialStatus.SAMPLE)) {
            dock.know(serials(status, "ABC123", SERIAL));
            Verdict verdict = dock.scan(label(SHOE, SERIAL, "ABC123"));
            assertEquals(Effect.REVIEW, verdict.verdict());
            assertEquals(
                    status.name().toLowerCase(Locale.ROOT),
                    detail(verdict, FindingCode.SERIAL_SPENT).get("status"));
        }
    }
}
