package org.quaymark.inspection.reading.keyboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A scanner set to US on a system of another country: the F numbers are those of the project's list of scanner faults. */
class KnownLayoutTest {
    private static final String PRINTED = "]d2010251991944283521yCH*4'h1Ab\u001D10DdVcX<t\u001D17250209";

    @Test
    @DisplayName("F3: German system")
    void undoesGerman() {
        assertUndone("de", "+d2010251991944283521zCH(4äh1Ab\u001D10DdVcX;t\u001D17250209");
    }

    @Test
    @DisplayName("F4: French and Belgian system, where digits need Shift")
    void undoesAzerty() {
        assertUndone("fr", "$déà&àé(&çç&ç''é_\"(é&yCH8'ùh&Qb\u001D&àDdVcX.t\u001D&èé(àéàç");
        assertUndone("fr-be", "$déà&àé(&çç&ç''é!\"(é&yCH8'ùh&Qb\u001D&àDdVcX.t\u001D&èé(àéàç");
    }

    @Test
    @DisplayName("F5: Czech system, where a letter with caron may be a dead key's")
    void undoesCzechAndNamesTheAmbiguity() {
        String reported = ")děé+éěř+íí+íččěášřě+zCH8č§h+Ab\u001D+éDdVcX?t\u001D+ýěřéěéí";
        assertUndone("cs", reported);
        assertTrue(printed(KeyboardLayouts.undo(reported)).contains(PRINTED.replace("*4'", "*+c'")));
    }

    @Test
    @DisplayName("F6: Hungarian system, where 0 is a letter")
    void undoesHungarian() {
        assertUndone("hu", "úd2ö1ö251991944283521zCH(4áh1Ab\u001D1öDdVcX?t\u001D1725ö2ö9");
    }

    @Test
    @DisplayName("F7: Lithuanian system, which changes digits only")
    void undoesLithuanian() {
        assertUndone("lt", "]dč0ą0čįą99ą9ėėčūęįčąyCHŪė'hąAb\u001Dą0DdVcX<t\u001Dąųčį0č09");
    }

    @Test
    @DisplayName("F8: Italian and Spanish system, where an apostrophe waits for the next letter")
    void undoesDeadKeysWhetherShownOrNot() {
        assertUndone("it", "+d2010251991944283521yCH(4àh1Ab\u001D10DdVcX;t\u001D17250209");
        assertUndone("es", "+d2010251991944283521yCH(4\0´h1Ab\u001D10DdVcX;t\u001D17250209");
        assertEquals(
                List.of("]d20102519919442835214'a\u001D10A"),
                printed(layout("es").undo("+d20102519919442835214á\u001D10A")));
    }

    @Test
    @DisplayName("F32: a character that the layout loses cannot be invented")
    void inventsNoMissingCharacter() {
        assertFalse(printed(KeyboardLayouts.undo("_zhj4=D*7W=_")).contains("_!zhj4=D*7W=!_"));
    }

    @Test
    @DisplayName("F33: scanner set to French on a French Mac")
    void undoesFrenchKeysOnAFrenchMac() {
        KeyboardLayout mac = layout("fr-mac<fr");
        assertEquals("A-B§C", mac.distort("A=B-C"));
        assertEquals(List.of("A=B-C"), printed(mac.undo("A-B§C")));
    }

    @Test
    @DisplayName("F34: underscore on an Italian system")
    void undoesItalianUnderscore() {
        assertEquals("test?123", layout("it").distort("test_123"));
        assertEquals(List.of("test_123"), printed(layout("it").undo("test?123")));
    }

    private static void assertUndone(String name, String reported) {
        assertTrue(printed(layout(name).undo(reported)).contains(PRINTED), name);
        assertTrue(KeyboardLayouts.fingerprint(reported).contains(layout(name)), name);
        assertFalse(KeyboardLayouts.isClean(reported));
        assertTrue(KeyboardLayouts.undo(reported).candidates().stream()
                .anyMatch(candidate -> candidate.printed().equals(PRINTED)
                        && candidate.layouts().contains(name)));
    }

    private static List<String> printed(Undone undone) {
        return undone.candidates().stream().map(Candidate::printed).toList();
    }

    private static KeyboardLayout layout(String name) {
        return KeyboardLayouts.find(name).orElseThrow();
    }
}
