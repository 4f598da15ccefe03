package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.CREAM;
import static org.quaymark.inspection.decision.Dock.MARK;
import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.detail;
import static org.quaymark.inspection.decision.Dock.interceptionOfProduct;
import static org.quaymark.inspection.decision.Dock.label;
import static org.quaymark.inspection.decision.Dock.right;
import static org.quaymark.inspection.decision.Dock.serials;
import static org.quaymark.inspection.decision.Dock.shipment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.BatchStatus;
import org.quaymark.inspection.registry.Deletion;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.RecordType;
import org.quaymark.inspection.registry.RegistryKey;
import org.quaymark.inspection.registry.Right;
import org.quaymark.inspection.registry.RightKind;
import org.quaymark.inspection.registry.RightStatus;
import org.quaymark.inspection.registry.SerialStatus;
import org.quaymark.inspection.registry.Serialisation;

class RightNotInForceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String NEVER_ISSUED = label(SHOE, "XYZW9999", null);

    private final Dock dock = new Dock().withMark();

    @Test
    void saysNothingWhereARightIsInForce() {
        assertEquals(List.of(), dock.scanShoe().findings());
        assertEquals(Effect.HOLD, dock.scan(NEVER_ISSUED).verdict());
    }

    @ParameterizedTest
    @EnumSource(value = RightStatus.class, names = "REGISTERED", mode = EnumSource.Mode.EXCLUDE)
    void isFoundWhereTheRightIsNotRegistered(RightStatus status) {
        dock.know(right(status, null, null, "EU"));
        Verdict verdict = dock.scanShoe();
        assertEquals(Effect.PASS, verdict.verdict());
        assertEquals(
                Map.of("gtin", SHOE, "lot", "ABC123", "serial", SERIAL, "rights", MARK, "destination", "DE"),
                detail(verdict, FindingCode.RIGHT_NOT_IN_FORCE));
    }

    @Test
    void isInForceOnItsFirstAndOnItsLastDay() {
        dock.know(right(RightStatus.REGISTERED, TODAY, TODAY, "EU"));
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.know(right(RightStatus.REGISTERED, TODAY.plusDays(1), null, "EU"));
        assertEquals(List.of(FindingCode.RIGHT_NOT_IN_FORCE), codes(dock.scanShoe()));
        dock.know(right(RightStatus.REGISTERED, null, TODAY.minusDays(1), "EU"));
        assertEquals(List.of(FindingCode.RIGHT_NOT_IN_FORCE), codes(dock.scanShoe()));
    }

    @Test
    void theDayIsTheSites() {
        dock.at = Instant.parse("2026-11-21T23:30:00Z");
        dock.know(right(RightStatus.REGISTERED, TODAY.plusDays(1), null, "EU"));
        assertEquals(List.of(), dock.scanShoe().findings());
        dock.know(right(RightStatus.REGISTERED, null, TODAY, "EU"));
        assertEquals(List.of(FindingCode.RIGHT_NOT_IN_FORCE), codes(dock.scanShoe()));
    }

    @Test
    void theDestinationIsTheShipmentsElseTheSites() {
        dock.shipment = shipment("CH", null);
        assertEquals(Effect.REVIEW, dock.scan(NEVER_ISSUED).verdict());
        dock.shipment = shipment("fr ", null);
        assertEquals(Effect.HOLD, dock.scan(NEVER_ISSUED).verdict());
        dock.shipment = shipment("Germany", null);
        assertEquals(Effect.HOLD, dock.scan(NEVER_ISSUED).verdict());
    }

    @Test
    void whereTheDestinationIsNotKnownARightInForceAnywhereWillDo() {
        dock.site = "NOWHERE";
        assertEquals(Effect.HOLD, dock.scan(NEVER_ISSUED).verdict());
        dock.know(right(RightStatus.EXPIRED, null, null, "WW"));
        assertEquals(Effect.REVIEW, dock.scan(NEVER_ISSUED).verdict());
    }

    @Test
    void oneRightInForceOfSeveralIsEnough() {
        dock.know(right(RightStatus.EXPIRED, null, null, "EU"));
        dock.know(new Right(
                "DE-1",
                RightKind.DESIGN,
                null,
                null,
                null,
                "acme",
                List.of("DE"),
                List.of(),
                null,
                null,
                RightStatus.REGISTERED));
        dock.know(
                new Product(SHOE, "Acme", null, "acme", List.of(MARK, "DE-1"), Serialisation.SERIAL, null, null, null));
        assertEquals(Effect.HOLD, dock.scan(NEVER_ISSUED).verdict());
        dock.shipment = shipment("FR", null);
        assertEquals(Effect.REVIEW, dock.scan(NEVER_ISSUED).verdict());
    }

    @Test
    void ofAProductWithoutRightsOrWithUnknownOnesNothingIsSaid() {
        assertEquals(List.of(), new Dock().scanShoe().findings());
        dock.know(new Deletion(new RegistryKey(RecordType.RIGHT, MARK)));
        assertEquals(List.of(), dock.scanShoe().findings());
        assertEquals(Effect.HOLD, dock.scan(NEVER_ISSUED).verdict());
    }

    @Test
    void whatIsFoundFromSerialsAndLotsIsAtMostReview() {
        dock.know(right(RightStatus.EXPIRED, null, null, "EU"));
        assertEquals(Effect.REVIEW, dock.scan(NEVER_ISSUED).verdict());
        assertEquals(Effect.REVIEW, dock.scan(label(SHOE, "x", null)).verdict());
        assertEquals(Effect.REVIEW, dock.scan(label(SHOE, SERIAL, "OTHER")).verdict());
        dock.know(serials(SerialStatus.STOLEN, "ABC123", SERIAL));
        assertEquals(Effect.REVIEW, dock.scanShoe().verdict());
        assertEquals(List.of(FindingCode.SERIAL_VOID, FindingCode.RIGHT_NOT_IN_FORCE), codes(dock.scanShoe()));
    }

    @Test
    void aPolicyCannotRaiseIt() {
        dock.know(right(RightStatus.EXPIRED, null, null, "EU"));
        dock.know(serials(SerialStatus.SOLD, "ABC123", SERIAL));
        dock.policy = new Policy(
                "strict",
                Map.of(FindingCode.SERIAL_SPENT, Effect.HOLD, FindingCode.RIGHT_NOT_IN_FORCE, Effect.UNCHECKED),
                List.of(),
                Thresholds.STANDARD);
        assertEquals(Effect.REVIEW, dock.scanShoe().verdict());
    }

    @Test
    void aWeakerEffectStaysAsItIs() {
        dock.know(right(RightStatus.EXPIRED, null, null, "EU"));
        dock.policy = new Policy(
                "lenient", Map.of(FindingCode.SERIAL_NOT_ISSUED, Effect.PASS), List.of(), Thresholds.STANDARD);
        assertEquals(Effect.PASS, dock.scan(NEVER_ISSUED).verdict());
    }

    @Test
    void blockedLotsExpiryAndInterceptionsAreNotCapped() {
        dock.know(right(RightStatus.EXPIRED, null, null, "EU"));
        dock.know(Dock.batch(SHOE, "ABC123", BatchStatus.RECALLED));
        assertEquals(Effect.HOLD, dock.scanShoe().verdict());
        dock.know(Dock.batch(SHOE, "ABC123", BatchStatus.RELEASED));
        dock.know(interceptionOfProduct("INT-1", "ABC123", null, Effect.HOLD));
        assertEquals(Effect.HOLD, dock.scanShoe().verdict());
    }

    @Test
    void expiryIsNotCapped() {
        dock.know(new Product(CREAM, "Acme", "Cream", "acme", List.of(MARK), Serialisation.BATCH, null, null, null));
        dock.know(right(RightStatus.EXPIRED, null, null, "EU"));
        dock.know(
                new Batch(CREAM, "L7", LocalDate.of(2026, 11, 20), null, null, List.of(), null, BatchStatus.RELEASED));
        dock.policy = new Policy(
                "strict",
                Map.of(FindingCode.BATCH_EXPIRED, Effect.HOLD, FindingCode.EXPIRY_MISMATCH, Effect.HOLD),
                List.of(),
                Thresholds.STANDARD);
        Verdict verdict = dock.scan("]d201" + CREAM + "1726112010L7");
        assertEquals(Effect.HOLD, verdict.verdict());
    }
}
