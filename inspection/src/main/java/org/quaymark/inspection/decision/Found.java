package org.quaymark.inspection.decision;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule applies.
 *
 * @param effect its own, which goes before the policy's; null where the policy decides
 */
record Found(Map<String, String> detail, @Nullable Effect effect) {
    Found(Map<String, String> detail) {
        this(detail, null);
    }
}
