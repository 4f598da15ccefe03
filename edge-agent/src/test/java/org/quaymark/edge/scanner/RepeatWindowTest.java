package org.quaymark.edge.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.inspection.reading.Code;

class RepeatWindowTest {
    private static final DeviceId DEVICE = new DeviceId("HAM1", "dock-3", "hand-7");
    private static final Content CONTENT = new Content(List.of(new Code("]C0X", null)), null);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final long SECOND = 1_000_000_000L;

    private final RepeatWindow window = new RepeatWindow(Duration.ofSeconds(2));

    @Test
    @Tag("D-J16")
    void takesNoClockThatIsSetForTimeThatPassed() {
        window.seen(DEVICE, CONTENT, "first", NOON, 0);
        // The clock is put back an hour, then on by a day; one second passed each time.
        assertEquals("first", window.repeated(DEVICE, CONTENT, NOON.minusSeconds(3_600), SECOND, false));
        assertEquals("first", window.repeated(DEVICE, CONTENT, NOON.plusSeconds(86_400), 2 * SECOND, false));
        assertNull(window.repeated(DEVICE, CONTENT, NOON, 10 * SECOND, false));
    }

    @Test
    @Tag("D-J16")
    void findsWhatTheBrokerDeliversAgainAfterARestart() {
        window.seen(DEVICE, CONTENT, "before", NOON, RepeatWindow.BEFORE);
        assertNull(window.repeated(DEVICE, CONTENT, NOON.plusSeconds(1), SECOND, false));
        assertEquals("before", window.repeated(DEVICE, CONTENT, NOON.plusSeconds(5), 5 * SECOND, true));
    }
}
