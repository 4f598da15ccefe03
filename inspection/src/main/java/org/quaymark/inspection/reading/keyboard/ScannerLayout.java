package org.quaymark.inspection.reading.keyboard;

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
            map.key(c, keys[c] == 0 ? "" : reads.typed().getOrDefault(keys[c], ""));
            if (keys[c] != 0 && reads.dead().contains(keys[c])) {
                map.dead(c);
            }
        }
        for (char first = '!'; first < 127; first++) {
            for (char second = '!'; second < 127; second++) {
                String composed = reads.composed().get("" + keys[first] + keys[second]);
                if (composed != null) {
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
        for (char us = '!'; us < 127; us++) {
            if (types.typed()
                            .getOrDefault(us, wanted.equals(String.valueOf(us)) ? wanted : "")
                            .equals(wanted)
                    && !types.dead().contains(us)) {
                return us;
            }
        }
        return 0;
    }
}
