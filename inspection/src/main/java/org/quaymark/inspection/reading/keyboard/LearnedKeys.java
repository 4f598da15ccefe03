package org.quaymark.inspection.reading.keyboard;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the tests of the self-test codes say about a device's keys, collected one by one. */
final class LearnedKeys {
    private final Map<Character, String> typed = new HashMap<>();
    private final Set<Character> dead = new HashSet<>();
    private final Map<String, String> composed = new HashMap<>();
    private final Set<String> tested = new HashSet<>();

    /** Dead key to the combining marks that its compositions have in Unicode. */
    private final Map<Character, String> marks = new HashMap<>();

    private final char separator;
    private String groupSeparator = "";
    private boolean marksDeadKeys;

    LearnedKeys(char separator) {
        this.separator = separator;
        typed.put(CalibrationSheet.SEPARATOR, String.valueOf(separator));
    }

    /** Takes the result of one test; false where it contradicts another. Letters must come before what is tested with them. */
    boolean learn(String test, String result) {
        if (test.charAt(0) == UsKeys.GS) {
            groupSeparator = result;
            return true;
        }
        if (test.length() == 2 && test.charAt(1) == UsKeys.GS) {
            separated(test.charAt(0), result);
            return true;
        }
        if (tookSeparator(result)) {
            return accented(test.charAt(0), result.substring(0, result.length() - 1));
        }
        boolean marked = result.startsWith("\0");
        marksDeadKeys |= marked && result.length() > 1;
        String shown = marked ? result.substring(1) : result;
        if (test.length() == 2) {
            return pair(test.charAt(0), test.charAt(1), marked, shown);
        }
        if (marked && !shown.isEmpty()) {
            dead.add(test.charAt(0));
        }
        return agrees(test.charAt(0), shown.isEmpty() ? result : shown);
    }

    private boolean tookSeparator(String result) {
        int last = result.length() - 1;
        return last > 0
                && result.charAt(last) == separator
                && SheetReading.isAccented(result.charAt(last - 1), separator);
    }

    /** The key waited for the separator behind it, and one character came of both. */
    private boolean accented(char key, String result) {
        boolean marked = result.startsWith("\0");
        char both = result.charAt(result.length() - 1);
        marksDeadKeys |= marked;
        dead.add(key);
        composed.put("" + key + CalibrationSheet.SEPARATOR, String.valueOf(both));
        marks.putIfAbsent(key, mark(both));
        return result.length() == (marked ? 2 : 1);
    }

    private static String mark(char accented) {
        return Normalizer.normalize(String.valueOf(accented), Normalizer.Form.NFD)
                .substring(1);
    }

    /** Only a dead key lets the GS behind it come first. */
    private void separated(char first, String result) {
        String alone = typed.getOrDefault(first, "");
        String shown = result.startsWith("\0" + groupSeparator) ? result.substring(1) : result;
        if (!alone.isEmpty() && !groupSeparator.isEmpty() && shown.equals(groupSeparator + alone)) {
            dead.add(first);
            marksDeadKeys |= !shown.equals(result);
        }
    }

    private boolean pair(char first, char second, boolean marked, String shown) {
        tested.add("" + first + second);
        String letter = typed.getOrDefault(second, "");
        if (shown.equals(letter)) {
            return agrees(first, marked ? "\0" : "");
        }
        if (dead.contains(second) && shown.endsWith("\0" + letter)) {
            return agrees(first, shown.substring(0, shown.length() - letter.length() - 1));
        }
        if (shown.length() > letter.length() && shown.endsWith(letter)) {
            if (marked) {
                dead.add(first);
            }
            return agrees(first, shown.substring(0, shown.length() - letter.length()));
        }
        dead.add(first);
        composed.put("" + first + second, shown);
        String parts = Normalizer.normalize(shown, Normalizer.Form.NFD);
        if (letter.length() == 1 && parts.length() > 1 && parts.charAt(0) == letter.charAt(0)) {
            marks.putIfAbsent(first, parts.substring(1));
        }
        return shown.length() <= 1;
    }

    private boolean agrees(char printed, String arrives) {
        String old = typed.putIfAbsent(printed, arrives);
        return old == null || old.equals(arrives);
    }

    boolean marksDeadKeys() {
        return marksDeadKeys;
    }

    /** The map, with the compositions of letters that were not tested. */
    KeyMap map() {
        KeyMap.Builder map = new KeyMap.Builder();
        typed.forEach(map::key);
        for (char key : dead) {
            map.dead(key);
            if (!typed.containsKey(key)) {
                map.key(key, "");
            }
            String mark = marks.get(key);
            if (mark != null) {
                compose(key, mark, map);
            }
        }
        composed.forEach((both, arrives) -> {
            if (!arrives.isEmpty()) {
                map.composed(both.charAt(0), both.charAt(1), arrives.charAt(0));
            }
        });
        map.groupSeparator(groupSeparator);
        return map.build();
    }

    private void compose(char key, String mark, KeyMap.Builder map) {
        typed.forEach((second, letter) -> {
            String both = Normalizer.normalize(letter + mark, Normalizer.Form.NFC);
            boolean letters = second != CalibrationSheet.SEPARATOR && letter.length() == 1 && both.length() == 1;
            if (letters && !tested.contains("" + key + second)) {
                map.composed(key, second, both.charAt(0));
            }
        });
    }
}
