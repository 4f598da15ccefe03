package org.quaymark.inspection.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.keyboard.KeyboardLayout;
import org.quaymark.inspection.reading.keyboard.KeyboardLayouts;

/**
 * The control codes as they arrive under every keyboard layout of the table, with Caps Lock on or off, behind the
 * identifiers of the symbols they are printed in. There are five of them, so what a layout makes of each is looked up and
 * never undone; what two of them may have become is none.
 */
final class DistortedControls {
    /** What is left of a code by a layout that swallows most of it says nothing any more. */
    private static final int SHORTEST = 4;

    private static final List<String> IDENTIFIERS = List.of("", "]Q1", "]Q0", "]d1", "]C0");

    private DistortedControls() {}

    /** Made at the first use: most sites never need it. */
    private static final class Table {
        static final Map<String, ControlCode> CODES = codes();
    }

    static @Nullable ControlCode of(String reported) {
        int end = reported.length();
        while (end > 0 && reported.charAt(end - 1) < ' ') {
            end--;
        }
        return Table.CODES.get(reported.substring(0, end));
    }

    private static Map<String, ControlCode> codes() {
        Map<String, ControlCode> codes = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (ControlCode code : ControlCode.values()) {
            for (String identifier : IDENTIFIERS) {
                for (KeyboardLayout layout : KeyboardLayouts.all()) {
                    String printed = identifier + code.data();
                    add(layout.distort(printed), code, codes, ambiguous);
                    add(layout.distortShowingDeadKeys(printed), code, codes, ambiguous);
                    add(layout.distort(inverted(printed)), code, codes, ambiguous);
                }
            }
        }
        codes.keySet().removeAll(ambiguous);
        return Map.copyOf(codes);
    }

    private static void add(String arrives, ControlCode code, Map<String, ControlCode> codes, Set<String> ambiguous) {
        if (arrives.length() < SHORTEST) {
            return;
        }
        ControlCode other = codes.putIfAbsent(arrives, code);
        if (other != null && other != code) {
            ambiguous.add(arrives);
        }
    }

    private static String inverted(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append((char) (Character.isLetter(c) ? c ^ 0x20 : c)));
        return out.toString();
    }
}
