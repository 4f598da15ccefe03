package org.quaymark.inspection.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.reading.keyboard.KeyboardLayout;
import org.quaymark.inspection.reading.keyboard.KeyboardLayouts;

class DistortedControlsTest {
    @Test
    void understandsEachControlCodeUnderEveryKnownLayout() {
        List<String> missed = new ArrayList<>();
        for (KeyboardLayout layout : KeyboardLayouts.all()) {
            for (ControlCode code : ControlCode.values()) {
                for (String identifier : List.of("", "]Q1", "]d1", "]C0")) {
                    String printed = identifier + code.data();
                    understands(layout, code, layout.distort(printed), missed);
                    understands(layout, code, layout.distort(printed) + "\r\n", missed);
                    understands(layout, code, layout.distortShowingDeadKeys(printed), missed);
                }
            }
        }
        assertEquals(List.of(), missed);
    }

    private static void understands(KeyboardLayout layout, ControlCode code, String reported, List<String> missed) {
        if (ControlCode.of(new Code(reported, null)) != code) {
            missed.add(layout + ": " + code + " arrives as " + reported);
        }
    }

    @Test
    void understandsWhatGermanFrenchAndCapsLockMakeOfThem() {
        assertEquals(ControlCode.DAMAGED_LABEL, ControlCode.of(new Code("QMÖDAMAGEDßLABEL", null)));
        assertEquals(ControlCode.DAMAGED_LABEL, ControlCode.of(new Code("A?MDQ?QGED)LQBEL", null)));
        assertEquals(ControlCode.HELP, ControlCode.of(new Code("qm:help", null)));
        assertEquals(ControlCode.HELP, ControlCode.of(new Code("]q1qm:help", null)));
    }

    @Test
    void takesNothingElseForAControlCode() {
        for (String text :
                List.of("", "QM:", "QMÖ", "QMÖHELDX", "]d20109506000134352", "RR473124829GB", "4006381333931")) {
            assertNull(ControlCode.of(new Code(text, null)), text);
        }
        // The registry's and the carriers' numbers are digits and letters: no layout makes a control code one of those
        // without leaving a sign that is neither.
        for (KeyboardLayout layout : KeyboardLayouts.all()) {
            for (ControlCode code : ControlCode.values()) {
                String arrives = layout.distort(code.data());
                assertTrue(!arrives.matches("[0-9]+|[A-Z]{2}[0-9]{9}[A-Z]{2}"), layout + " makes " + arrives);
            }
        }
    }
}
