package org.quaymark.inspection.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void anyOtherAddressIsNone() {
        assertNull(DigitalLink.parse("https://example.org/shoes"));
        assertNull(DigitalLink.parse("https://example.org/2024/01/blog"));
        assertNull(DigitalLink.parse("ftp://id.gs1.org/01/09506000134352"));
        assertNull(DigitalLink.parse("https://"));
        assertNull(DigitalLink.parse("nonsense"));
    }
}
