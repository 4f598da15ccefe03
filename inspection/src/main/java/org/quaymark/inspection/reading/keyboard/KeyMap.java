package org.quaymark.inspection.reading.keyboard;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What arrives for the scanner's keys, by the characters it meant.
 *
 * @param typed printed character to what arrives for it; empty where nothing does
 * @param dead the printed characters whose key waits for the next one; {@code typed} holds their accent standing alone
 * @param composed two printed characters, the first dead, to the one character that arrives for both
 * @param groupSeparator what arrives for GS (typed as Ctrl and the key of {@code ]}); empty where nothing does
 */
record KeyMap(Map<Character, String> typed, Set<Character> dead, Map<String, String> composed, String groupSeparator) {
    KeyMap {
        typed = Map.copyOf(typed);
        dead = Set.copyOf(dead);
        composed = Map.copyOf(composed);
    }

    /**
     * What arrives for a printed text.
     *
     * @param marked whether the receiving program shows the stroke of a dead key as NUL in front of what it makes
     */
    String distort(String printed, boolean marked) {
        StringBuilder arrives = new StringBuilder(printed.length() + 8);
        char waiting = 0;
        for (int i = 0; i < printed.length(); i++) {
            char c = printed.charAt(i);
            if (c < ' ') {
                String control = c == UsKeys.GS ? groupSeparator : String.valueOf(c);
                boolean endsWaiting = control.equals(String.valueOf(UsKeys.GS)) || c != UsKeys.GS;
                if (waiting != 0 && endsWaiting) {
                    arrives.append(typed(waiting));
                    waiting = 0;
                }
                arrives.append(control);
                continue;
            }
            if (waiting != 0) {
                String both = composed.get("" + waiting + c);
                arrives.append(both != null ? both : typed(waiting) + typed(c));
                waiting = 0;
            } else if (dead.contains(c)) {
                waiting = c;
                if (marked) {
                    arrives.append('\0');
                }
            } else {
                arrives.append(typed(c));
            }
        }
        return waiting == 0 ? arrives.toString() : arrives + typed(waiting);
    }

    private String typed(char printed) {
        return typed.getOrDefault(printed, String.valueOf(printed));
    }

    /** Collects one. */
    static final class Builder {
        private final Map<Character, String> typed = new TreeMap<>();
        private final Set<Character> dead = new TreeSet<>();
        private final Map<String, String> composed = new TreeMap<>();
        private String groupSeparator = String.valueOf(UsKeys.GS);

        void key(char printed, String arrives) {
            typed.put(printed, arrives);
        }

        void dead(char printed) {
            dead.add(printed);
        }

        void composed(char first, char second, String arrives) {
            composed.put("" + first + second, arrives);
        }

        void groupSeparator(String arrives) {
            groupSeparator = arrives;
        }

        String typed(char printed) {
            return typed.getOrDefault(printed, String.valueOf(printed));
        }

        KeyMap build() {
            return new KeyMap(typed, dead, composed, groupSeparator);
        }
    }
}
