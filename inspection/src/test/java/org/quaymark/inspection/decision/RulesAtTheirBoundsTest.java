package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quaymark.inspection.decision.Dock.CREAM;
import static org.quaymark.inspection.decision.Dock.SERIAL;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.SOAP;
import static org.quaymark.inspection.decision.Dock.STRANGER;
import static org.quaymark.inspection.decision.Dock.UNLISTED;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.label;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.BatchStatus;
import org.quaymark.inspection.registry.SerialStatus;

/** Where each rule begins to speak, and where it does not yet. */
class RulesAtTheirBoundsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Set<SerialStatus> VOID = EnumSet.of(SerialStatus.DESTROYED, SerialStatus.STOLEN);
    private static final Set<SerialStatus> SPENT =
            EnumSet.of(SerialStatus.SOLD, SerialStatus.EXPORTED, SerialStatus.SAMPLE);

    private final Dock dock = new Dock();

    @ParameterizedTest
    @EnumSource(SerialStatus.class)
    void everyStatusOfAUnitHasItsFindingOrNone(SerialStatus status) {
        dock.know(Dock.serials(status, "ABC123", SERIAL));
        List<FindingCode> found = codes(dock.scanShoe());
        assertEquals(VOID.contains(status), found.contains(FindingCode.SERIAL_VOID));
        assertEquals(SPENT.contains(status), found.contains(FindingCode.SERIAL_SPENT));
        assertEquals(status == SerialStatus.ISSUED, found.isEmpty());
    }

    @ParameterizedTest
    @EnumSource(BatchStatus.class)
    void onlyAReleasedLotIsNotBlocked(BatchStatus status) {
        dock.know(Dock.batch(CREAM, "L7", status));
        List<FindingCode> found = codes(dock.scan("]d201" + CREAM + "10L7"));
        assertEquals(status == BatchStatus.RELEASED ? List.of() : List.of(FindingCode.BATCH_BLOCKED), found);
    }

    @Test
    void goodsExpireOnTheDayAfterTheirLast() {
        assertEquals(List.of(), codes(dock.scan(cream(TODAY))));
        assertEquals(List.of(FindingCode.BATCH_EXPIRED), codes(dock.scan(cream(TODAY.minusDays(1)))));
        assertEquals(List.of(), codes(dock.scan(cream(TODAY.plusDays(1)))));
    }

    @Test
    void theDayOfExpiryIsTheSites() {
        // 23:30 UTC is the next day in Hamburg.
        dock.at = Instant.parse("2026-11-21T23:30:00Z");
        assertEquals(List.of(FindingCode.BATCH_EXPIRED), codes(dock.scan(cream(TODAY))));
        dock.at = Instant.parse("2026-11-21T22:59:59.999Z");
        assertEquals(List.of(), codes(dock.scan(cream(TODAY))));
    }

    @Test
    void aLotExpiresThoughTheLabelDoesNotSayIt() {
        dock.know(expiring(TODAY.minusDays(1)));
        assertEquals(List.of(FindingCode.BATCH_EXPIRED), codes(dock.scan("]d201" + CREAM + "10L7")));
        dock.know(expiring(TODAY));
        assertEquals(List.of(), codes(dock.scan("]d201" + CREAM + "10L7")));
    }

    @Test
    void anExpiryThatIsTheLotsIsNoMismatchAndOneDayMoreIs() {
        LocalDate expiry = LocalDate.of(2027, 12, 31);
        dock.know(expiring(expiry));
        assertEquals(List.of(), codes(dock.scan("]d201" + CREAM + "1727123110L7")));
        assertEquals(List.of(FindingCode.EXPIRY_MISMATCH), codes(dock.scan("]d201" + CREAM + "1727123010L7")));
        // A label that leaves it out, or a lot of which it is not known, says nothing.
        assertEquals(List.of(), codes(dock.scan("]d201" + CREAM + "10L7")));
        dock.know(new Batch(CREAM, "L7", null, null, null, List.of(), null, BatchStatus.RELEASED));
        assertEquals(List.of(), codes(dock.scan("]d201" + CREAM + "1727123010L7")));
    }

    @Test
    void aKnownProductIsNeitherUnknownNorNotIssued() {
        assertEquals(List.of(FindingCode.PRODUCT_UNKNOWN), codes(dock.scan(plain(STRANGER))));
        assertEquals(List.of(FindingCode.PRODUCT_NOT_ISSUED), codes(dock.scan(plain(UNLISTED))));
        assertEquals(List.of(), codes(dock.scan(plain(SOAP))));
    }

    @Test
    void codesThatSayTheSameOrDifferentThingsDoNotDisagree() {
        assertEquals(List.of(), codes(dock.scan(label(SHOE, SERIAL, "ABC123"), label(SHOE, SERIAL, "ABC123"))));
        assertEquals(List.of(), codes(dock.scan(label(SHOE, SERIAL, "ABC123"), plain(SHOE))));
        assertTrue(codes(dock.scan(label(SHOE, SERIAL, "ABC123"), plain(SOAP))).contains(FindingCode.CODES_DISAGREE));
    }

    @Test
    void aCleanLabelIsNeitherRepairedNorInDoubt() {
        List<FindingCode> found = codes(dock.scanShoe());
        assertFalse(found.contains(FindingCode.READING_REPAIRED));
        assertFalse(found.contains(FindingCode.READING_DOUBTFUL));
    }

    @Test
    void aSecondTryOnTwoDevicesOrAThirdOnOneIsScannedAgain() {
        assertEquals(FindingCode.WRONG_CODE, firstAfter(1, "hand-1"));
        assertEquals(FindingCode.WRONG_CODE, firstAfter(2, "hand-7"));
        assertEquals(FindingCode.IDENTIFIER_MISSING, firstAfter(2, "hand-1"));
        assertEquals(FindingCode.IDENTIFIER_MISSING, firstAfter(3, "hand-1", "hand-7"));
    }

    @Test
    void aRegistryThatIsThereIsNotAbsent() {
        assertFalse(codes(dock.scanShoe()).contains(FindingCode.REGISTRY_ABSENT));
        assertFalse(codes(dock.scan()).contains(FindingCode.REGISTRY_ABSENT));
    }

    private FindingCode firstAfter(int rescans, String... devices) {
        dock.history = new History() {
            @Override
            public Tries tries(Scan scan, Identification identified) {
                return new Tries(rescans, List.of(devices), false);
            }
        };
        return codes(dock.scan(plain(SHOE))).get(0);
    }

    private static String plain(String gtin) {
        return gtin.substring(1);
    }

    private static Batch expiring(LocalDate day) {
        return new Batch(CREAM, "L7", day, null, null, List.of("EEA"), null, BatchStatus.RELEASED);
    }

    /** Its lot expires on the day that the label says. */
    private String cream(LocalDate day) {
        dock.know(expiring(day));
        return "]d201" + CREAM + "17" + day.toString().replace("-", "").substring(2) + "10L7";
    }
}
