package org.quaymark.sim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CheckDigitsTest {
    @Test
    void givesTheCheckDigitOfAGtin() {
        assertEquals("9506000134352", CheckDigits.gs1("950600013435"));
        assertEquals("09506000134352", Catalogue.gtin("9506000", 13435));
    }

    @Test
    void givesTheCheckDigitOfAnS10Number() {
        assertEquals("RR473124829GB", CheckDigits.s10("RR", 47312482, "GB"));
    }
}
