package org.quaymark.inspection.postal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class S10Test {
    @Test
    void hasItsCheckDigit() {
        assertEquals("RR473124829GB", S10.normalise("RR473124829GB"));
        assertEquals("RR473124829GB", S10.normalise("rr 47312482 9 gb"));
        assertNull(S10.normalise("RR473124828GB"));
        assertNull(S10.normalise("RR473124829"));
        assertNull(S10.normalise("1R473124829GB"));
    }

    @Test
    void remaindersOfZeroAndOneHaveTheirOwnDigits() {
        assertEquals('5', S10.checkDigit("00000000"));
        assertEquals('0', S10.checkDigit("02000000"));
    }
}
