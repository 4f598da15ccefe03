package org.quaymark.inspection.reading.keyboard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/**
 * The self-test codes of the printed sheet, from which {@link Calibration} learns what a device does to a text.
 *
 * <p>The device's map is unknown when such a code arrives, so the codes are made to delimit themselves: after {@value #HEADER}
 * stands a run of {@code b}, as long as the code's number plus two, then tests with one {@code b} between. {@code b} is one
 * character on every known keyboard, never waits for another and makes no accented letter; it is by far the most frequent
 * character, whatever arrives for it. The first code tests letters, digits and GS alone. The next ones test each further
 * character in front of several letters: a dead key swallows or changes the letter behind it, and which letters it changes
 * tells its accent; and in front of GS, which overtakes an accent where it arrives as another control character. The last ones
 * do the same, more briefly, for letters and digits: a Greek keyboard has a dead key where Q is.
 *
 * <p>To be printed as Data Matrix or QR code without FNC1 in front; GS is the character U+001D.
 */
public final class CalibrationSheet {
    /** What each of the codes begins with. */
    public static final String HEADER = "QM:SELFTEST";

    static final char SEPARATOR = 'b';
    static final int SHORTEST_RUN = 3;

    /** Ends the run: a letter, which arrives whatever else gets lost. */
    private static final String FIRST = "x";

    private static final String SINGLE = "acdefghijklmnopqrstuvwyzACDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /** Further characters of CSET 82 and the identifier's bracket; then those of URIs and ISO 15434 envelopes. */
    private static final String[] FURTHER = {"!\"%&'()*+,", "-./:;<=>?_]", "#$@[\\^`{|}~"};

    /** On every known keyboard one of these letters takes each accent there is. */
    private static final String PROBES = "aeociyqnl";

    /** Of these, what is enough for letters and digits, which seldom are dead. */
    private static final String FEW_PROBES = "aeoc";

    private static final int SINGLES_PER_CODE = 30;

    private static final List<List<String>> TESTS = tests();

    private CalibrationSheet() {}

    private static List<List<String>> tests() {
        List<List<String>> tests = new ArrayList<>();
        List<String> singles = new ArrayList<>(List.of(FIRST));
        for (int i = 0; i < SINGLE.length(); i++) {
            singles.add(SINGLE.substring(i, i + 1));
        }
        singles.add("B");
        singles.add(String.valueOf(UsKeys.GS));
        tests.add(Collections.unmodifiableList(singles));
        for (String further : FURTHER) {
            List<String> pairs = new ArrayList<>(List.of(FIRST));
            for (int i = 0; i < further.length(); i++) {
                for (int j = 0; j < PROBES.length(); j++) {
                    pairs.add(further.substring(i, i + 1) + PROBES.charAt(j));
                }
                pairs.add(further.substring(i, i + 1) + UsKeys.GS);
            }
            tests.add(Collections.unmodifiableList(pairs));
        }
        for (int from = 0; from < SINGLE.length(); from += SINGLES_PER_CODE) {
            List<String> pairs = new ArrayList<>(List.of(FIRST));
            for (int i = from; i < Math.min(from + SINGLES_PER_CODE, SINGLE.length()); i++) {
                for (int j = 0; j < FEW_PROBES.length(); j++) {
                    pairs.add(SINGLE.substring(i, i + 1) + FEW_PROBES.charAt(j));
                }
            }
            tests.add(Collections.unmodifiableList(pairs));
        }
        return Collections.unmodifiableList(tests);
    }

    /** The texts to print, one code each, in the order to scan them (any order will do). */
    public static List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (int number = 1; number <= TESTS.size(); number++) {
            StringBuilder code = new StringBuilder(HEADER);
            code.append(String.valueOf(SEPARATOR).repeat(SHORTEST_RUN + number - 1));
            for (String test : TESTS.get(number - 1)) {
                code.append(test).append(SEPARATOR);
            }
            codes.add(code.toString());
        }
        return List.copyOf(codes);
    }

    /** Whether a reported text is, however distorted, one of the codes: a cheap look, {@link Calibration} looks closely. */
    public static boolean isSelfTest(String reported) {
        return numberOf(reported).isPresent();
    }

    /** Which of the codes a reported text is, from 1, however distorted; empty where it is none. */
    public static OptionalInt numberOf(String reported) {
        boolean longEnough = reported.length() >= HEADER.length() + TESTS.get(0).size();
        return longEnough
                ? SheetReading.of(reported)
                        .map(SheetReading::number)
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty())
                : OptionalInt.empty();
    }

    /** The tests of a code, by its number from 1: one stroke each, or two. */
    static List<String> tests(int number) {
        return TESTS.get(number - 1);
    }

    static int count() {
        return TESTS.size();
    }
}
