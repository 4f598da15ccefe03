package org.quaymark.inspection.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class Iso15434Test {
    private static final String RS = "\u001e";
    private static final String GS = "\u001d";
    private static final String EOT = "\u0004";
    private static final String HEAD = "[)>" + RS;

    @Test
    void format05HoldsElements() {
        Iso15434 message = Iso15434.parse(HEAD + "05" + GS + "0109506000134352" + GS + "10ABC" + GS + "21X" + RS + EOT);
        assertTrue(message.isValid(), message.errors()::toString);
        ElementString elements = message.elements();
        assertNotNull(elements);
        assertEquals("(01)09506000134352(10)ABC(21)X", elements.toBracketed());
        assertEquals(7, elements.elements().get(0).position());
    }

    @Test
    void format06HoldsDataIdentifiersAndNoElements() {
        Iso15434 message = Iso15434.parse(
                HEAD + "06" + GS + "9N110375286414" + GS + "1TABC" + GS + "D271231" + GS + "S42" + RS + EOT);
        assertTrue(message.isValid(), message.errors()::toString);
        assertNull(message.elements());
        assertEquals(
                List.of(
                        new Iso15434.DataField("9N", "110375286414", 7),
                        new Iso15434.DataField("1T", "ABC", 22),
                        new Iso15434.DataField("D", "271231", 28),
                        new Iso15434.DataField("S", "42", 36)),
                message.records().get(0).fields());
    }

    @Test
    void otherFormatsAreKeptAsTheyAre() {
        Iso15434 message = Iso15434.parse(HEAD + "12" + GS + "MFR ABC" + RS + "06" + GS + "S1" + RS + EOT);
        assertTrue(message.isValid());
        assertEquals(
                List.of("12", "06"),
                message.records().stream().map(Iso15434.FormatRecord::format).toList());
        assertEquals(GS + "MFR ABC", message.records().get(0).data());
    }

    @Test
    void theEndOfTransmissionMayBeGoneWithTheLineEnd() {
        assertTrue(Iso15434.parse(HEAD + "06" + GS + "S1" + RS).isValid());
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        assertEquals(List.of(new Gs1Error(null, 3, "envelope")), errors("[)>06" + GS + "S1" + RS + EOT));
        assertEquals(List.of(new Gs1Error(null, 9, "envelope")), errors(HEAD + "06" + GS + "S1" + EOT));
        assertEquals(List.of(new Gs1Error(null, 4, "format")), errors(HEAD + "X6" + GS + "S1" + RS + EOT));
        assertEquals(List.of(new Gs1Error(null, 4, "format")), errors(HEAD + EOT));
        assertEquals(List.of(new Gs1Error(null, 6, "separator")), errors(HEAD + "06S1" + RS + EOT));
        assertEquals(List.of(new Gs1Error(null, 7, "data-identifier")), errors(HEAD + "06" + GS + "*1" + RS + EOT));
        assertEquals(List.of(new Gs1Error(null, 9, "length")), errors(HEAD + "06" + GS + "1T" + RS + EOT));
        assertEquals(List.of(new Gs1Error("01", 9, "csum")), errors(HEAD + "05" + GS + "0109506000134353" + RS + EOT));
    }

    @Test
    void isKnownByItsHeader() {
        assertTrue(Iso15434.isMessage("[)>\u001e06"));
        assertFalse(Iso15434.isMessage("]d2"));
    }

    private static List<Gs1Error> errors(String text) {
        return Iso15434.parse(text).errors();
    }
}
