package org.quaymark.inspection.reading.keyboard;

import java.util.List;

/** A scanner that is itself set to another keyboard than the US one. */
final class ScannerLayout {
    private ScannerLayout() {}

    /**
     * What arrives where {@code scanner} types and {@code system} reads. A character that the scanner's keyboard has only
     * with AltGr, or not at all, does not arrive.
     */
    static KeyboardLayout pair(KeyboardLayout scanner, KeyboardLayout system) {
        KeyMap.Builder map = new KeyMap.Builder();
        KeyMap types = scanner.map();
        KeyMap reads = system.map();
        char[] keys = new char[127];
        for (char c = '!'; c < 127; c++) {
            keys[c] = key(types, c);
            map.key(c, keys[c] == 0 ? "" : reads.typed(keys[c]));
            if (reads.isDead(keys[c])) {
                map.dead(c);
            }
        }
        for (char first = '!'; first < 127; first++) {
            for (char second = '!'; second < 127; second++) {
                char composed = reads.composed(KeyMap.pair(keys[first], keys[second]));
                if (composed != 0) {
                    map.composed(first, second, composed);
                }
            }
        }
        map.groupSeparator(system.groupSeparator());
        return new KeyboardLayout(
                system.name() + "<" + scanner.name(),
                system.title() + ", scanner set to " + scanner.title(),
                map.build());
    }

    /** The key, by its US character, that types {@code c} on a layout; 0 for none, and for a dead key, which types it never alone. */
    private static char key(KeyMap types, char c) {
        String wanted = String.valueOf(c);
        for (int i = 0; i < UsKeys.PLAIN.length(); i++) {
            for (String row : List.of(UsKeys.PLAIN, UsKeys.SHIFTED)) {
                char us = row.charAt(i);
                if (wanted.equals(types.typed(us)) && !types.isDead(us)) {
                    return us;
                }
            }
        }
        return 0;
    }
}
