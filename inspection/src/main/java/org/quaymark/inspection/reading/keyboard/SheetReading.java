package org.quaymark.inspection.reading.keyboard;

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
 * @param results what arrived for each test
 * @param tail what the scanner puts after the code
 */
record SheetReading(int number, char separator, String head, List<String> results, String tail) {
    static Optional<SheetReading> of(String reported) {
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
            int next = reported.indexOf(separator, at);
            if (next < 0) {
                return Optional.empty();
            }
            if (isOwnCapital(number, results.size()) && next == at && startsTwice(reported, at, separator)) {
                next++; // A device that knows one case only sends the separator for its capital too.
            }
            results.add(reported.substring(at, next));
            at = next + 1;
        }
        return Optional.of(new SheetReading(
                number, separator, reported.substring(0, start), List.copyOf(results), reported.substring(at)));
    }

    private static boolean startsTwice(String text, int at, char separator) {
        return at + 1 < text.length() && text.charAt(at + 1) == separator;
    }

    private static boolean isOwnCapital(int number, int test) {
        return CalibrationSheet.tests(number).get(test).equals("B");
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
