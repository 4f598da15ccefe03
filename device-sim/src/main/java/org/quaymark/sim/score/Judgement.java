package org.quaymark.sim.score;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a verdict was, held against those that are right. */
enum Judgement {
    /** One of those that are right. */
    AS_EXPECTED,
    /** The goods had to be stopped and were not. */
    MISSED,
    /** Nothing was wrong with the goods, and somebody was told so. */
    ACCUSED,
    /** The goods went on where they should have been scanned again. */
    ACCEPTED,
    /** Another verdict than expected that neither accuses nor lets through. */
    DIFFERENT,
    /** No verdict came. */
    UNANSWERED;

    private static final Set<String> STOPPING = Set.of("REVIEW", "HOLD");
    private static final Set<String> LETTING_THROUGH = Set.of("PASS", "UNCHECKED");

    static Judgement of(List<String> expected, @Nullable String verdict) {
        if (verdict == null) {
            return UNANSWERED;
        }
        if (expected.contains(verdict)) {
            return AS_EXPECTED;
        }
        if (toBeStopped(expected) && !STOPPING.contains(verdict)) {
            return MISSED;
        }
        if (STOPPING.contains(verdict) && expected.stream().noneMatch(STOPPING::contains)) {
            return ACCUSED;
        }
        if (LETTING_THROUGH.contains(verdict) && expected.stream().noneMatch(LETTING_THROUGH::contains)) {
            return ACCEPTED;
        }
        return DIFFERENT;
    }

    /** Whether every right verdict stops the goods. */
    static boolean toBeStopped(List<String> expected) {
        return STOPPING.containsAll(expected);
    }

    /** Whether a verdict stops the goods. */
    static boolean stops(@Nullable String verdict) {
        return verdict != null && STOPPING.contains(verdict);
    }

    /** Whether a verdict lets the goods go where none of the right ones does. */
    static boolean acceptsWrongly(List<String> expected, @Nullable String verdict) {
        return verdict != null
                && LETTING_THROUGH.contains(verdict)
                && expected.stream().noneMatch(LETTING_THROUGH::contains);
    }
}
