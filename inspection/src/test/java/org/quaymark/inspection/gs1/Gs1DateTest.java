package org.quaymark.inspection.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class Gs1DateTest {
    private static final LocalDate SCANNED = LocalDate.of(2026, 11, 21);

    @Test
    void dayZeroIsTheMonthsLast() {
        assertEquals(LocalDate.of(2025, 2, 28), Gs1Date.resolve("250200", SCANNED));
        assertEquals(LocalDate.of(2028, 2, 29), Gs1Date.resolve("280200", SCANNED));
    }

    @Test
    void theCenturySlides() {
        assertEquals(LocalDate.of(2076, 1, 1), Gs1Date.resolve("760101", SCANNED));
        assertEquals(LocalDate.of(1977, 1, 1), Gs1Date.resolve("770101", SCANNED));
        assertEquals(LocalDate.of(2101, 1, 1), Gs1Date.resolve("010101", LocalDate.of(2060, 1, 1)));
        assertEquals(LocalDate.of(1949, 1, 1), Gs1Date.resolve("490101", LocalDate.of(1998, 1, 1)));
        assertEquals(LocalDate.of(2048, 1, 1), Gs1Date.resolve("480101", LocalDate.of(1998, 1, 1)));
    }

    @Test
    void refusesWhatIsNoDate() {
        assertNull(Gs1Date.resolve("251301", SCANNED));
        assertNull(Gs1Date.resolve("250230", SCANNED));
        assertNull(Gs1Date.resolve("25023", SCANNED));
        assertNull(Gs1Date.resolve("25o201", SCANNED));
    }
}
