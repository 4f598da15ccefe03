package org.quaymark.inspection.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class GtinTest {
    @Test
    void everyLengthIsOneNumberOfFourteenDigits() {
        assertEquals("09506000134352", Gtin.normalise("9506000134352"));
        assertEquals("09506000134352", Gtin.normalise("09506000134352"));
        assertEquals("00491169335940", Gtin.normalise("491169335940"));
        assertEquals("00491169335940", Gtin.normalise("0491169335940"));
        assertEquals("00000096385074", Gtin.normalise("96385074"));
    }

    @Test
    void refusesAWrongCheckDigitAndOtherLengths() {
        assertNull(Gtin.normalise("9506000134353"));
        assertNull(Gtin.normalise("950600013435"));
        assertNull(Gtin.normalise(""));
        assertNull(Gtin.normalise("00000000000000"));
        assertNull(Gtin.normalise("٩٥٠٦٠٠٠١٣٤٣٥٢"));
    }

    @Test
    void expandsUpcE() {
        assertEquals("00012345000065", Gtin.ofUpcE("01234565"));
        assertEquals("00042100005264", Gtin.ofUpcE("04252614"));
        assertNull(Gtin.ofUpcE("04252615"));
    }

    @Property(tries = 300)
    void findsAnyWrongDigit(@ForAll @LongRange(min = 1, max = 9_999_999_999_999L) long number, @ForAll int where) {
        String body = String.format("%013d", number);
        String gtin = body + Gtin.checkDigit(body);
        assertTrue(Gtin.isGtin14(gtin));
        int at = Math.floorMod(where, 14);
        char other = (char) ('0' + (gtin.charAt(at) - '0' + 1) % 10);
        assertFalse(Gtin.isGtin14(gtin.substring(0, at) + other + gtin.substring(at + 1)));
    }

    @Test
    void knowsTheCheckDigitOfAnSscc() {
        assertTrue(Sscc.isSscc("106141412345678908"));
        assertFalse(Sscc.isSscc("106141412345678907"));
    }
}
