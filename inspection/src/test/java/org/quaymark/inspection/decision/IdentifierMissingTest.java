package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.codes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.inspection.reading.Scan;

class IdentifierMissingTest {
    private final Dock dock = new Dock();

    @Test
    void reviewsAfterTheWorkerSaidTheLabelIsDamaged() {
        dock.history = tries(new History.Tries(1, List.of("hand-7"), true));
        assertEquals(List.of(FindingCode.IDENTIFIER_MISSING), codes(dock.scan("hello world")));
        assertEquals(Effect.REVIEW, dock.scan("9506000134352").verdict());
    }

    @Test
    void reviewsAtTheThirdTryOnTwoDevices() {
        dock.history = tries(new History.Tries(2, List.of("hand-1", "hand-7"), false));
        assertEquals(Effect.REVIEW, dock.scan("hello world").verdict());
        dock.history = tries(new History.Tries(2, List.of("hand-7"), false));
        assertEquals(Effect.RESCAN, dock.scan("hello world").verdict());
        dock.history = tries(new History.Tries(1, List.of("hand-1"), false));
        assertEquals(Effect.RESCAN, dock.scan("hello world").verdict());
    }

    private static History tries(History.Tries tries) {
        return new History() {
            @Override
            public Tries tries(Scan scan, Identification identified) {
                return tries;
            }
        };
    }
}
