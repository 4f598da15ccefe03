package org.quaymark.inspection.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ElementStringTest {
    private static final String GS = "\u001d";

    @Test
    void takesElementsApartInAnyOrder() {
        ElementString read = ElementString.parse("0109506000134352" + "21XYZ" + GS + "10ABC123" + GS + "17271231");
        assertTrue(read.isValid());
        assertEquals("(01)09506000134352(21)XYZ(10)ABC123(17)271231", read.toBracketed());
        assertEquals(4, read.elements().size());
        assertEquals("0109506000134352" + "21XYZ" + GS + "10ABC123" + GS + "17271231", read.print());
    }

    @Test
    void aLeadingATrailingAndANeedlessSeparatorCarryNothing() {
        ElementString read = ElementString.parse(GS + "0109506000134352" + GS + "10ABC" + GS);
        assertTrue(read.isValid());
        assertEquals("(01)09506000134352(10)ABC", read.toBracketed());
    }

    @Test
    void saysWhichAiWhereAndWhy() {
        assertEquals(List.of(new Gs1Error("01", 2, "csum")), errors("0109506000134353"));
        assertEquals(List.of(new Gs1Error("17", 18, "yymmd0")), errors("0109506000134352" + "17271301"));
        assertEquals(List.of(new Gs1Error("01", 10, "length")), errors("0109506000"));
        assertEquals(List.of(new Gs1Error("10", 38, "length")), errors("0109506000134352" + "10" + "A".repeat(21)));
        assertEquals(List.of(new Gs1Error("10", 21, "characters")), errors("0109506000134352" + "10ABC£123"));
        assertEquals(List.of(new Gs1Error(null, 16, "ai")), errors("0109506000134352" + "05X"));
        assertEquals(
                List.of(new Gs1Error(null, 22, "separator")), errors("0109506000134352" + "10ABC" + GS + GS + "21X"));
    }

    @Test
    void aRepeatedAiMustAgree() {
        assertTrue(ElementString.parse("010950600013435210A" + GS + "10A").isValid());
        assertEquals(List.of(new Gs1Error("10", 20, "repeated")), errors("010950600013435210A" + GS + "10B"));
    }

    @Test
    void aPriceHasItsParts() {
        assertTrue(ElementString.parse("3932978" + "1234").errors().isEmpty());
        assertEquals(List.of(new Gs1Error("3932", 4, "iso4217")), errors("3932000" + "1234"));
    }

    @Test
    void someAisNeedOthersAndSomeExcludeThem() {
        assertEquals(List.of("required"), associations("10ABC"));
        assertEquals(List.of(), associations("010950600013435210ABC"));
        assertEquals(
                List.of("excluded"),
                associations("0109506000134352" + "37" + "5").stream()
                        .distinct()
                        .filter("excluded"::equals)
                        .toList());
        assertEquals(List.of(), associations("0209506000134352" + "37" + "5" + GS + "00106141412345678908"));
    }

    @Test
    void readsTheFormPeopleRead() {
        ElementString read = ElementString.parseBracketed("(01)09506000134352(10)A(B)C(21)X");
        assertTrue(read.isValid());
        assertEquals("A(B)C", read.get("10"));
        assertFalse(ElementString.parseBracketed("(something)").isValid());
    }

    @Test
    void knowsEveryAi() {
        assertTrue(AiTable.INSTANCE.all().size() > 500);
        for (ApplicationIdentifier ai : AiTable.INSTANCE.all()) {
            assertSame(ai, AiTable.INSTANCE.at(ai.ai() + "0", 0), () -> "no AI begins another: " + ai.ai());
        }
    }

    @Test
    void checksTheCharacterPairOfAModelNumber() {
        assertTrue(ElementString.parse("80131987654Ad4X4bL5ttr2310c2K").isValid());
        assertFalse(ElementString.parse("80131987654Ad4X4bL5ttr2310c2J").isValid());
    }

    @Property(tries = 300)
    void printsWhatItReads(
            @ForAll @StringLength(min = 1, max = 20) @CharRange(from = '%', to = '?') String lot,
            @ForAll @StringLength(min = 1, max = 20) @CharRange(from = 'A', to = 'Z') String serial) {
        List<Element> elements = List.of(
                new Element("01", "09506000134352", 0), new Element("10", lot, 0), new Element("21", serial, 0));
        ElementString read = ElementString.parse(ElementString.print(elements));
        assertEquals(lot, read.get("10"));
        assertEquals(serial, read.get("21"));
        assertTrue(read.isValid());
    }

    @Property(tries = 500)
    void neverThrows(@ForAll String anything) {
        ElementString.parse(anything);
        ElementString.parseBracketed(anything);
        DigitalLink.parse("https://x/" + anything);
        Splits.of(anything);
    }

    private static List<Gs1Error> errors(String data) {
        return ElementString.parse(data).errors();
    }

    private static List<String> associations(String data) {
        return ElementString.associationErrors(ElementString.parse(data).elements()).stream()
                .map(Gs1Error::rule)
                .toList();
    }
}
