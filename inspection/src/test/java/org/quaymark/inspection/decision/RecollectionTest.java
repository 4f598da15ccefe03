package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.registry.InMemoryRegistry;

class RecollectionTest {
    private static final History.Seen SEEN =
            new History.Seen("s-0", Dock.NOW.minusSeconds(60), "HAM1", "hand-1", "RR000000005DE", 2, false);

    @Test
    void isNothingWhereNothingWasKnown() {
        RecordingHistory recording = new RecordingHistory(History.none());
        inspect(recording);
        assertNull(recording.recollection());
    }

    @Test
    void answersAgainWhatWasAnsweredWhenDeciding() {
        Dock dock = new Dock().saw(SEEN);
        dock.parcel = Dock.PARCEL;
        RecordingHistory recording = new RecordingHistory(dock.history);
        Scan scan = dock.asScan(Dock.label(Dock.SHOE, Dock.SERIAL, "ABC123"));
        Inspector inspector = new Inspector(Policy.standard());
        Verdict first = inspector.inspect(scan, dock.registry, recording, Locale.ENGLISH);

        Recollection before = Recollection.of(recording.recollection());

        assertTrue(Dock.codes(first).contains(FindingCode.SERIAL_REUSED));
        assertEquals(first, inspector.inspect(scan, dock.registry, before, Locale.ENGLISH));
        assertEquals(List.of(), before.sightingsOf(Dock.SHOE, "ANOTHER"));
    }

    @Test
    void everyRuleJudgesByTheSameAnswerThoughMoreIsSeenMeanwhile() {
        List<History.Seen> growing = new ArrayList<>();
        RecordingHistory recording = new RecordingHistory(new History() {
            @Override
            public List<Seen> sightingsOf(String gtin, String serial) {
                growing.add(SEEN);
                return List.copyOf(growing);
            }
        });
        assertEquals(1, recording.sightingsOf(Dock.SHOE, Dock.SERIAL).size());
        assertEquals(1, recording.sightingsOf(Dock.SHOE, Dock.SERIAL).size());
    }

    @Test
    void remembersWhatTheEdgeWasToldOfItsSite() {
        RecordingHistory recording = new RecordingHistory(new History() {
            @Override
            public String country(Scan scan) {
                return "FR";
            }

            @Override
            public Tries tries(Scan scan, Identification identified) {
                return new Tries(1, List.of("hand-1"), true);
            }

            @Override
            public List<Packed> packedIn(Scan scan, List<String> parcels) {
                return List.of(new Packed(Dock.SHOE, "L", "S"));
            }

            @Override
            public long clockUncertaintySeconds(Scan scan) {
                return 3;
            }
        });
        Scan scan = new Dock().asScan();
        recording.country(scan);
        recording.tries(scan, Identification.NONE);
        recording.packedIn(scan, List.of());
        recording.clockUncertaintySeconds(scan);
        Recollection before = Recollection.of(recording.recollection());
        assertEquals("FR", before.country(scan));
        assertEquals(new History.Tries(1, List.of("hand-1"), true), before.tries(scan, Identification.NONE));
        assertEquals(List.of(new History.Packed(Dock.SHOE, "L", "S")), before.packedIn(scan, List.of()));
        assertEquals(3, before.clockUncertaintySeconds(scan));
    }

    private static void inspect(History history) {
        new Inspector(Policy.standard())
                .inspect(
                        new Dock().asScan(Dock.label(Dock.SHOE, Dock.SERIAL, "ABC123")),
                        new InMemoryRegistry(Dock.NOW),
                        history,
                        Locale.ENGLISH);
    }
}
