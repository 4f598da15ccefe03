package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.codes;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingDoubtfulTest {
    private final Dock dock = new Dock();

    @Test
    void rescansWhatIsNoProductCodeAtAll() {
        Verdict verdict = dock.scan("hello world");
        assertEquals(Effect.RESCAN, verdict.verdict());
        assertEquals(List.of(FindingCode.READING_DOUBTFUL), codes(verdict));
    }

    @Test
    void rescansAnImageWithoutAReadableCode() {
        assertEquals(List.of(FindingCode.READING_DOUBTFUL), codes(dock.scan()));
    }

    @Test
    void withholdsFindingsAboutTheItem() {
        Verdict verdict = dock.scan("]D201" + SHOE + "21xyzw9999");
        assertEquals(List.of(FindingCode.READING_DOUBTFUL), codes(verdict));
        assertEquals(Effect.RESCAN, verdict.verdict());
    }

    @Test
    void keepsTheBytesAsTheyCame() {
        Verdict verdict = dock.scan("]D201" + SHOE + "21xyzw9999");
        assertEquals(
                "]D201" + SHOE + "21xyzw9999",
                new String(
                        java.util.Base64.getDecoder()
                                .decode(java.util.Objects.requireNonNull(
                                        verdict.reading().raw())),
                        java.nio.charset.StandardCharsets.UTF_8));
    }
}
