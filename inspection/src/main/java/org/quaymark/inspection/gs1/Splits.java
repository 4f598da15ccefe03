package org.quaymark.inspection.gs1;

import java.util.ArrayList;
import java.util.List;

/**
 * The ways to put separators back into an element string that lost them. Only whole splits into legal fields count, each AI at
 * most once, AIs free for internal use (90 to 99) never: nearly any pair of digits would open one.
 */
public final class Splits {
    /** A message with more ways than this says nothing. */
    public static final int MAX_WAYS = 256;

    private static final int MAX_STEPS = 20_000;
    private static final int MAX_LENGTH = 200;

    private final String data;
    private final List<String> found = new ArrayList<>();
    private final List<Element> path = new ArrayList<>();
    private int steps;

    private Splits(String data) {
        this.data = data;
    }

    /** Every way, with the one that needs no separator; none at all where there are more than {@link #MAX_WAYS}. */
    public static List<String> of(String data) {
        if (data.length() > MAX_LENGTH) {
            return List.of();
        }
        Splits splits = new Splits(data);
        splits.from(0);
        return splits.isExhausted() ? List.of() : List.copyOf(splits.found);
    }

    private boolean isExhausted() {
        return steps > MAX_STEPS || found.size() > MAX_WAYS;
    }

    private void from(int start) {
        if (start == data.length()) {
            if (ElementString.associationErrors(path).isEmpty()) {
                found.add(ElementString.print(path));
            }
            return;
        }
        ApplicationIdentifier ai = AiTable.INSTANCE.at(data, start);
        if (ai == null || ai.ai().startsWith("9") || isUsed(ai)) {
            return;
        }
        int valueFrom = start + ai.ai().length();
        int longest = Math.min(ai.maxLength(), data.length() - valueFrom);
        for (int length = ai.minLength(); length <= longest && !isExhausted(); length++) {
            steps++;
            int end = valueFrom + length;
            if (end < data.length() && AiTable.INSTANCE.at(data, end) == null) {
                continue;
            }
            String value = data.substring(valueFrom, end);
            if (FieldCheck.isLegal(ai, value)) {
                path.add(new Element(ai.ai(), value, start));
                from(end);
                path.remove(path.size() - 1);
            }
        }
    }

    private boolean isUsed(ApplicationIdentifier ai) {
        return path.stream().anyMatch(e -> e.ai().equals(ai.ai()));
    }
}
