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
            filter.add(GTIN + i % 7, serial(2 * i));
        }
        int wrong = 0;
        for (int i = 0; i < KEYS; i++) {
            assertTrue(filter.mayHave(GTIN + i % 7, serial(2 * i)));
            wrong += filter.mayHave(GTIN + i % 7, serial(2 * i + 1)) ? 1 : 0;
        }
        assertTrue(wrong < KEYS / 200, wrong + " of " + KEYS);
        assertFalse(filter.isFull());
        assertTrue(filter.bytes() <= KEYS * 2L + KEYS / 8 + 64, filter.bytes() + " bytes");
    }

    private static String serial(int number) {
        return "S" + (100_000_000 + number);
    }

    @Test
    void whatLooksOtherwiseIsNoneOfThem() {
        SerialFilter filter = new SerialFilter(1);
        // without what serials look like a filter this full says yes to anything
        for (int i = 0; i < 10 * KEYS; i++) {
            filter.add(GTIN, serial(i));
        }
        assertTrue(filter.mayHave(GTIN, "S100777777"));
        assertFalse(filter.mayHave(GTIN, "R100777777"), "another letter");
        assertFalse(filter.mayHave(GTIN, "SA00777777"), "a letter for a digit");
        assertFalse(filter.mayHave(GTIN, "S10077777"), "one character less");
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
