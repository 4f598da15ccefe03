package org.quaymark.inspection.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DigitalLinkTest {
    @Test
    void isTheSameAsTheElementsItNames() {
        ElementString link = DigitalLink.parse(
                "https://brand.example/some/path/01/09506000134352/10/ABC%2F1/21/X+1?17=271231&utm=x");
        assertNotNull(link);
        assertTrue(link.isValid(), link.errors()::toString);
        assertEquals("(01)09506000134352(10)ABC/1(21)X+1(17)271231", link.toBracketed());
    }

    @Test
    void aShorterGtinMayStandInIt() {
        ElementString link = DigitalLink.parse("http://id.gs1.org/01/9506000134352");
        assertNotNull(link);
        assertEquals("09506000134352", link.get("01"));
    }

    @Test
    void qualifiersHaveTheirOrder() {
        ElementString link = DigitalLink.parse("https://id.gs1.org/01/09506000134352/21/X/10/L");
        assertNotNull(link);
        assertFalse(link.isValid());
    }

    @Test
    void saysWhichAiWhereAndWhy() {
        assertEquals(List.of(new Gs1Error("10", 36, "qualifier")), errors("https://a.de/01/09506000134352/21/X/10/L"));
        assertEquals(List.of(new Gs1Error("01", 16, "csum")), errors("https://a.de/01/09506000134353"));
        assertEquals(List.of(new Gs1Error("17", 34, "yymmd0")), errors("https://a.de/01/09506000134352?17=271301"));
        assertEquals(List.of(new Gs1Error("21", 31, "attribute")), errors("https://a.de/01/09506000134352?21=X"));
        assertEquals(List.of(new Gs1Error(null, 31, "attribute")), errors("https://a.de/01/09506000134352?05=X"));
        assertEquals(
                List.of(new Gs1Error("10", 35, "encoding")),
                errors("https://a.de/01/09506000134352/10/A%2").subList(0, 1));
        assertEquals(List.of(new Gs1Error(null, 34, "encoding")), errors("https://a.de/01/09506000134352/10/<A"));
        assertEquals(
                List.of(new Gs1Error("10", 37, "characters")), errors("https://a.de/01/09506000134352/10/%2F%20A"));
        assertEquals(
                List.of(new Gs1Error("10", 46, "repeated")),
                errors("https://a.de/01/09506000134352/10/A?17=271231&10=B"));
    }

    @Test
    void ofTwoKeysTheLastCounts() {
        ElementString link = DigitalLink.parse("https://a.de/00/106141412345678908/01/09506000134352/10/L");
        assertNotNull(link);
        assertEquals("(01)09506000134352(10)L", link.toBracketed());
    }

    @Test
    void everyOrderOfQualifiersThatTheKeyHas() {
        assertEquals(List.of(), errors("https://a.de/01/09506000134352/22/2A/10/L/21/S"));
        assertEquals(List.of(), errors("https://a.de/01/09506000134352/235/TPX"));
        assertEquals(List.of("qualifier"), rules("https://a.de/01/09506000134352/22/2A/235/TPX"));
        assertEquals(List.of(), errors("https://a.de/414/9506000134352/254/32a/"));
        assertEquals(List.of("qualifier"), rules("https://a.de/253/9506000134352/10/L"));
    }

    @Test
    void isPrintedWithWhatHasToBeEncoded() {
        List<Element> elements = List.of(
                new Element("17", "271231", 0), new Element("01", "09506000134352", 0), new Element("21", "a/b+c", 0));
        assertEquals(
                "https://a.de/01/09506000134352/21/a%2Fb%2Bc?17=271231", DigitalLink.print("https://a.de", elements));
        assertThrows(
                IllegalArgumentException.class,
                () -> DigitalLink.print("https://a.de", List.of(new Element("10", "L", 0))));
    }

    @Test
    void anyOtherAddressIsNone() {
        assertNull(DigitalLink.parse("https://example.org/shoes"));
        assertNull(DigitalLink.parse("https://example.org/2024/01/blog"));
        assertNull(DigitalLink.parse("ftp://id.gs1.org/01/09506000134352"));
        assertNull(DigitalLink.parse("https://"));
        assertNull(DigitalLink.parse("nonsense"));
        assertNull(DigitalLink.parse("https://a.de/01/09506000134352/about/us"));
        assertNull(DigitalLink.parse("https://a.de?01/09506000134352"));
    }

    private static List<Gs1Error> errors(String link) {
        ElementString elements = DigitalLink.parse(link);
        assertNotNull(elements, link);
        return elements.errors();
    }

    private static List<String> rules(String link) {
        return errors(link).stream().map(Gs1Error::rule).toList();
    }
}
