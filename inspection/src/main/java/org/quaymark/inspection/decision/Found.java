package org.quaymark.inspection.decision;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule applies.
 *
 * @param effect its own, which goes before the policy's; null where the policy decides
 * @param atLeast what the policy's effect is raised to where it is weaker
 * @param about what this one is about, where that is not what its rule speaks about
 */
record Found(
        Map<String, String> detail,
        @Nullable Effect effect,
        Effect atLeast,
        @Nullable Subject about) {
    Found(Map<String, String> detail) {
        this(detail, null, Effect.PASS, null);
    }

    static Found withEffect(Map<String, String> detail, Effect effect) {
        return new Found(detail, effect, Effect.PASS, null);
    }

    static Found atLeast(Map<String, String> detail, Effect effect) {
        return new Found(detail, null, effect, null);
    }

    static Found about(Subject subject, Map<String, String> detail) {
        return new Found(detail, null, Effect.PASS, subject);
    }
}
