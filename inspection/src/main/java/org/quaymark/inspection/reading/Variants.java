package org.quaymark.inspection.reading;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The texts that one field may have been: each of its characters one of several, and between them some that got lost. As many as
 * there are looks for; for one code only.
 */
final class Variants {
    /** So many lost characters of one field are put back, where there are looks for it. */
    private static final int MOST_LOST = 4;

    /** With fewer looks than for that many we do not know enough. */
    private static final int LEAST_LOST = 2;

    /** Of a serial and of a lot (GenSpecs 3.4.1, 3.5.2). */
    private static final int LONGEST = 20;

    private final Function<Character, String> alternatives;
    private final String lost;
    private int left;
    private boolean complete = true;

    /**
     * @param alternatives every character that may have been printed where one is, itself among them
     * @param lost the characters that may have got lost
     * @param looks how many texts may be looked at
     */
    Variants(Function<Character, String> alternatives, String lost, int looks) {
        this.alternatives = alternatives;
        this.lost = lost;
        this.left = looks;
    }

    /** Whether every text was looked at that was asked for, up to {@value #MOST_LOST} lost characters of it. */
    boolean complete() {
        return complete;
    }

    /** Gives each text there is for a field, the field as it is among them; none where there are too many. */
    void each(String field, Consumer<String> look) {
        int most = lost.isEmpty() ? 0 : Math.max(0, Math.min(MOST_LOST, LONGEST - field.length()));
        int least = Math.min(most, LEAST_LOST);
        while (most > least && count(field, most) > left) {
            most--;
        }
        long ways = count(field, most);
        if (ways > left) {
            complete = false;
        } else {
            left -= (int) ways;
            each(field, 0, most, new StringBuilder(LONGEST), look);
        }
    }

    private void each(String field, int from, int missing, StringBuilder text, Consumer<String> look) {
        int length = text.length();
        if (from == field.length()) {
            look.accept(text.toString());
        } else {
            String may = alternatives.apply(field.charAt(from));
            for (int i = 0; i < may.length(); i++) {
                each(field, from + 1, missing, text.append(may.charAt(i)), look);
                text.setLength(length);
            }
        }
        for (int i = 0; missing > 0 && i < lost.length(); i++) {
            each(field, from, missing - 1, text.append(lost.charAt(i)), look);
            text.setLength(length);
        }
    }

    /** More than there are looks for stands for any such number. */
    private long count(String field, int most) {
        long ways = 1;
        for (int i = 0; i < field.length() && ways <= left; i++) {
            ways *= alternatives.apply(field.charAt(i)).length();
        }
        long places = 1;
        long all = 1;
        for (int missing = 1; missing <= most; missing++) {
            places = places * (field.length() + missing) / missing;
            all += places * (long) Math.pow(lost.length(), missing);
        }
        return ways > left ? ways : ways * all;
    }

    /** Whether a field may have been that text, however many characters got lost of it. */
    boolean has(String field, String text) {
        return has(field, 0, text, 0);
    }

    private boolean has(String field, int from, String text, int at) {
        if (at == text.length()) {
            return from == field.length();
        }
        char c = text.charAt(at);
        boolean kept =
                from < field.length() && alternatives.apply(field.charAt(from)).indexOf(c) >= 0;
        return (kept && has(field, from + 1, text, at + 1)) || (lost.indexOf(c) >= 0 && has(field, from, text, at + 1));
    }
}
