package org.quaymark.inspection.reading.keyboard;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One self-test code as it arrived, taken apart.
 *
 * @param number the code's number on the sheet, from 1
 * @param separator what arrives for {@link CalibrationSheet#SEPARATOR}
 * @param head what stands before the run of separators: the header, and what the scanner puts before it
 * @param results what arrived for each test; where the key takes the separator under its accent, the one character, and the
 *     separator behind it
 * @param tail what the scanner puts after the code
 */
record SheetReading(int number, char separator, String head, List<String> results, String tail) {
    static final char NONE = 0;

    static Optional<SheetReading> of(String reported) {
        return of(reported, NONE);
    }

    /** @param like a printed character that arrives as the separator, too; {@link #NONE} for none */
    static Optional<SheetReading> of(String reported, char like) {
        char separator = mostFrequent(reported);
        String run = String.valueOf(separator).repeat(CalibrationSheet.SHORTEST_RUN);
        int start = reported.indexOf(run);
        if (start < CalibrationSheet.HEADER.length() - 3) {
            return Optional.empty();
        }
        int end = start;
        while (end < reported.length() && reported.charAt(end) == separator) {
            end++;
        }
        int number = end - start - CalibrationSheet.SHORTEST_RUN + 1;
        if (number > CalibrationSheet.count()) {
            return Optional.empty();
        }
        List<String> results = new ArrayList<>();
        int tests = CalibrationSheet.tests(number).size();
        int at = end;
        while (results.size() < tests) {
            String test = CalibrationSheet.tests(number).get(results.size());
            int next = end(reported, at, separator, test.length() == 1);
            for (int i = 0; i < test.length() && next >= 0; i++) {
                next = test.charAt(i) == like ? end(reported, next + 1, separator, false) : next;
            }
            if (next < 0) {
                return Optional.empty();
            }
            if (test.equals("B") && next == at && startsTwice(reported, at, separator)) {
                next++; // A device that knows one case only sends the separator for its capital too.
            }
            boolean composed = reported.charAt(next) != separator;
            results.add(composed ? reported.substring(at, next + 1) + separator : reported.substring(at, next));
            at = next + 1;
        }
        return Optional.of(new SheetReading(
                number, separator, reported.substring(0, start), List.copyOf(results), reported.substring(at)));
    }

    private static boolean startsTwice(String text, int at, char separator) {
        return at + 1 < text.length() && text.charAt(at + 1) == separator;
    }

    /** Where the next separator is, alone or, behind a key tested alone, under the accent of that; -1 where there is none. */
    private static int end(String text, int from, char separator, boolean accented) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean followed = i + 1 < text.length() && text.charAt(i + 1) == separator;
            if (c == separator || (accented && !followed && isAccented(c, separator))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether it is the separator under an accent: a dead key was tested, and made one character of both. */
    static boolean isAccented(char c, char separator) {
        String parts = c < 128 ? "" : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        return parts.length() > 1 && parts.charAt(0) == separator;
    }

    private static char mostFrequent(String text) {
        Map<Character, Integer> counts = new HashMap<>();
        char most = 0;
        int best = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ') {
                int count = counts.merge(c, 1, Integer::sum);
                if (count > best) {
                    best = count;
                    most = c;
                }
            }
        }
        return most;
    }
}
