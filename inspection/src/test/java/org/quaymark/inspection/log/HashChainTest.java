package org.quaymark.inspection.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HashChainTest {
    private static final byte[] ENTRY = "entry".getBytes(StandardCharsets.UTF_8);

    @Test
    void tiesEachEntryToAllBeforeIt() throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(new byte[32]);
        byte[] expected = sha256.digest(MessageDigest.getInstance("SHA-256").digest(ENTRY));
        assertArrayEquals(expected, HashChain.empty().append(ENTRY));
    }

    @Test
    void isTakenUpWhereItWasLeft() {
        HashChain whole = HashChain.empty();
        byte[] first = whole.append(ENTRY);
        assertArrayEquals(whole.append(ENTRY), HashChain.from(first).append(ENTRY));
        assertThrows(IllegalArgumentException.class, () -> HashChain.from(new byte[31]));
    }

    @Test
    void aHeadReadsWhatItWrote() {
        LogHead head = new LogHead(
                "quaymark/journal/edge-1",
                7,
                HashChain.empty().append(ENTRY),
                Instant.parse("2026-11-21T10:15:30.123Z"));
        assertEquals(head, LogHead.ofNoteText(head.toNoteText()));
        assertThrows(IllegalArgumentException.class, () -> LogHead.ofNoteText(head.toNoteText() + "more\n"));
        assertThrows(IllegalArgumentException.class, () -> LogHead.ofNoteText("a\n1\nAAAA\n2026-11-21T10:15:30Z\n"));
    }
}
