package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quaymark.inspection.decision.Dock.PARCEL;
import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.detail;
import static org.quaymark.inspection.decision.Dock.interceptionOfParcel;
import static org.quaymark.inspection.decision.Dock.interceptionOfProduct;
import static org.quaymark.inspection.decision.Dock.label;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.reading.Shipment;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.InterceptionStatus;

class InterceptionInForceTest {
    private final Dock dock = new Dock();

    @Test
    void holdsAParcelThatIsNamed() {
        dock.know(interceptionOfParcel("INT-5", Effect.HOLD));
        Verdict verdict = dock.scan(PARCEL);
        assertEquals(Effect.HOLD, verdict.verdict());
        assertEquals("INT-5", detail(verdict, FindingCode.INTERCEPTION).get("interception"));
        assertEquals("a reason", detail(verdict, FindingCode.INTERCEPTION).get("reason"));
    }

    @Test
    void standsWhileTheItemIsInDoubt() {
        dock.know(interceptionOfParcel("INT-5", Effect.HOLD));
        Verdict verdict = dock.scan(PARCEL, "]d2010950600013435");
        assertEquals(List.of(FindingCode.INTERCEPTION, FindingCode.READING_DOUBTFUL), codes(verdict));
        assertEquals(Effect.HOLD, verdict.verdict());
    }

    @Test
    void namesAProductALotOrAUnit() {
        dock.know(interceptionOfProduct("P", null, null, Effect.REVIEW));
        assertEquals(Effect.REVIEW, dock.scan(label(SHOE, SERIAL, "ABC123")).verdict());
        dock.know(interceptionOfProduct("P", "OTHER", null, Effect.REVIEW));
        assertEquals(Effect.PASS, dock.scan(label(SHOE, SERIAL, "ABC123")).verdict());
        dock.know(interceptionOfProduct("P", null, SERIAL, Effect.HOLD));
        assertEquals(Effect.HOLD, dock.scan(label(SHOE, SERIAL, "ABC123")).verdict());
    }

    @Test
    void namesAConsignor() {
        dock.know(new Interception(
                "C", null, null, null, null, "acme-outlet", "REVIEW", null, null, null, InterceptionStatus.ACTIVE));
        dock.shipment = new Shipment(null, null, "acme-outlet", null, null, null, null);
        assertEquals(Effect.REVIEW, dock.scan(PARCEL).verdict());
    }

    @Test
    void isSilentOnceLiftedOrPastItsDay() {
        dock.know(new Interception(
                "A", PARCEL, null, null, null, null, "HOLD", null, null, null, InterceptionStatus.LIFTED));
        dock.know(new Interception(
                "B",
                PARCEL,
                null,
                null,
                null,
                null,
                "HOLD",
                null,
                null,
                LocalDate.of(2026, 11, 20),
                InterceptionStatus.ACTIVE));
        assertEquals(Effect.PASS, dock.scan(PARCEL).verdict());
        dock.know(new Interception(
                "B",
                PARCEL,
                null,
                null,
                null,
                null,
                "HOLD",
                null,
                null,
                LocalDate.of(2026, 11, 21),
                InterceptionStatus.ACTIVE));
        assertEquals(Effect.HOLD, dock.scan(PARCEL).verdict());
    }

    @Test
    void aClearanceLetsTheParcelGoWhateverIsFound() {
        dock.know(interceptionOfParcel("CLEAR", Effect.PASS));
        Verdict verdict = dock.scan(PARCEL, label(SHOE, "XYZW9999", "ABC123"));
        assertEquals(Effect.PASS, verdict.verdict());
        assertTrue(codes(verdict).contains(FindingCode.SERIAL_NOT_ISSUED), "what was found stays in the verdict");
        assertTrue(verdict.instruction().contains("cleared"));
    }

    @Test
    void anotherOrderIsStrongerThanAClearance() {
        dock.know(interceptionOfParcel("CLEAR", Effect.PASS)).know(interceptionOfParcel("STOP", Effect.HOLD));
        assertEquals(Effect.HOLD, dock.scan(PARCEL).verdict());
    }

    @Test
    void aClearanceOfAUnitIsForThatUnitOnly() {
        dock.know(interceptionOfProduct("CLEAR", null, "XYZW9999", Effect.PASS));
        assertEquals(Effect.PASS, dock.scan(label(SHOE, "XYZW9999", null)).verdict());
        assertEquals(Effect.HOLD, dock.scan(label(SHOE, "XYZW9998", null)).verdict());
    }

    @Test
    void aProductThatPassesIsNoClearance() {
        dock.know(interceptionOfProduct("P", null, null, Effect.PASS));
        assertEquals(Effect.HOLD, dock.scan(label(SHOE, "XYZW9999", null)).verdict());
    }
}
