package org.quaymark.edge.registry;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SerialFilterTest {
    private static final long GTIN = 9_506_000_134_352L;
    private static final int KEYS = 100_000;

    @Test
    void itsNoIsFinalAndItsYesIsSeldomWrong() {
        SerialFilter filter = new SerialFilter(KEYS);
        for (int i = 0; i < KEYS; i++) {
            filter.add(GTIN + i % 7, "S" + i);
        }
        int wrong = 0;
        for (int i = 0; i < KEYS; i++) {
            assertTrue(filter.mayHave(GTIN + i % 7, "S" + i));
            wrong += filter.mayHave(GTIN + i % 7, "T" + i) ? 1 : 0;
        }
        assertTrue(wrong < KEYS / 200, wrong + " of " + KEYS);
        assertFalse(filter.isFull());
        assertTrue(filter.bytes() <= KEYS * 2L + KEYS / 8 + 64, filter.bytes() + " bytes");
    }

    @Test
    void tellsHowLongSerialsMayBe() {
        SerialFilter filter = new SerialFilter(KEYS);
        filter.add(GTIN, "S12");
        assertTrue(filter.lengths(GTIN).has(3));
        assertFalse(filter.lengths(GTIN).has(4));
        assertFalse(filter.lengths(GTIN + 1).has(3));
        assertFalse(filter.mayHaveRange(GTIN, 3));
    }

    @Test
    void rangesAreNotUnits() {
        SerialFilter filter = new SerialFilter(1);
        filter.addRange(GTIN, 4);
        assertTrue(filter.mayHaveRange(GTIN, 4));
        assertTrue(filter.lengths(GTIN).has(4));
        assertFalse(filter.mayHaveRange(GTIN, 5));
        assertFalse(filter.mayHave(GTIN, "1000"));
    }
}
