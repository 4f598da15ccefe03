package org.quaymark.inspection.device;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When a scanner is to be looked after: one trouble {@code faults} times among its last {@code window} readings, until it
 * reads {@code clean} times in a row what that trouble would have changed. Between the two the notice stays as it is, so
 * that it does not come and go.
 *
 * @param faults at least 1
 * @param window at least {@code faults}, at most {@value #LONGEST_WINDOW}
 * @param clean at least 1
 */
public record NoticeRule(int faults, int window, int clean) {
    /** The longest window there may be. */
    public static final int LONGEST_WINDOW = 200;

    /** Five among fifty, until ten are clean. */
    public static final NoticeRule DEFAULT = new NoticeRule(5, 50, 10);

    public NoticeRule {
        if (faults < 1 || window < faults || window > LONGEST_WINDOW || clean < 1) {
            throw new IllegalArgumentException(
                    "a notice needs 1 or more faults, a window of those to " + LONGEST_WINDOW + " and 1 or more clean");
        }
    }

    /** The notice that the last readings call for, null where they call for none. */
    @Nullable
    Notice called(List<Mark> recent, Instant at) {
        Map<Trouble, Integer> counts = new EnumMap<>(Trouble.class);
        recent.forEach(mark -> {
            if (mark.trouble() != null) {
                counts.merge(mark.trouble(), 1, Integer::sum);
            }
        });
        counts.values().removeIf(count -> count < faults);
        if (counts.isEmpty()) {
            return null;
        }
        // One that names its cause says more than that something is in doubt.
        boolean named = counts.keySet().stream().anyMatch(trouble -> trouble.compareTo(Trouble.OTHER) < 0);
        Trouble trouble = counts.entrySet().stream()
                .filter(entry -> !named || entry.getKey().compareTo(Trouble.OTHER) < 0)
                .max(Map.Entry.<Trouble, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Collections.reverseOrder())))
                .orElseThrow()
                .getKey();
        return new Notice(trouble, layout(trouble, recent), at);
    }

    private static @Nullable String layout(Trouble trouble, List<Mark> recent) {
        Map<String, Integer> layouts = new TreeMap<>();
        recent.stream()
                .filter(mark -> mark.trouble() == trouble && mark.layout() != null)
                .forEach(mark -> layouts.merge(Objects.requireNonNull(mark.layout()), 1, Integer::sum));
        return layouts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
