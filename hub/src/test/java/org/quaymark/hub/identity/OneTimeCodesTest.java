package org.quaymark.hub.identity;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OneTimeCodesTest {
    @Test
    void isNeverTakenForAnOption() {
        for (int i = 0; i < 1_000; i++) {
            String code = OneTimeCodes.create();
            assertTrue(Character.isLetterOrDigit(code.charAt(0)), code);
        }
    }

    @Test
    void isAnotherEachTime() {
        assertNotEquals(OneTimeCodes.create(), OneTimeCodes.create());
    }
}
