package org.quaymark.inspection.registry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Matching of products' serial patterns. They come from outside, and a regular expression can take longer than the
 * universe, so the matcher counts its steps and gives up. Patterns are compiled once.
 */
public final class SerialPatterns {
    /** How often the matcher may look at a character: below a millisecond. */
    private static final int MAX_STEPS = 50_000;

    private static final int MAX_CACHED = 10_000;
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private SerialPatterns() {}

    /** What the pattern says. */
    public enum Match {
        /** The whole serial matches. */
        YES,
        /** It does not. */
        NO,
        /** The pattern takes too long to say. */
        UNDECIDED
    }

    /** Whether the whole serial matches the pattern. */
    public static Match matches(String pattern, String serial) {
        if (COMPILED.size() >= MAX_CACHED) {
            COMPILED.clear();
        }
        Pattern compiled = COMPILED.computeIfAbsent(pattern, Pattern::compile);
        try {
            return compiled.matcher(new Counted(serial)).matches() ? Match.YES : Match.NO;
        } catch (TooManySteps | StackOverflowError e) {
            return Match.UNDECIDED;
        }
    }

    /** Text that counts how often it is looked at: the only hook a matcher has. */
    private static final class Counted implements CharSequence {
        private final String text;
        private int left = MAX_STEPS;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (left-- <= 0) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManySteps() {
            super(null, null, false, false);
        }
    }
}
