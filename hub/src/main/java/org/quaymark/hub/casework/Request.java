package org.quaymark.hub.casework;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.http.Problem;

/**
 * What somebody wants done with a case.
 *
 * @param actor who, as the ledger names them
 * @param reason the ground; every action but an assignment needs one
 */
public record Request(
        CaseAction action, String actor, @Nullable String reason, Map<String, String> detail) {
    private static final int MAX_TEXT = 4_000;
    private static final int MAX_DETAILS = 10;
    private static final int MAX_DETAIL_TEXT = 300;

    public Request {
        reason = reason == null || reason.isBlank() ? null : reason.strip();
        if (reason == null && action != CaseAction.ASSIGN) {
            throw Problem.badRequest("reason is missing: every step of a case has its ground.");
        }
        detail = Map.copyOf(detail);
        boolean tooLong = reason != null && reason.length() > MAX_TEXT;
        for (Map.Entry<String, String> entry : detail.entrySet()) {
            tooLong |= entry.getKey().length() > 64 || entry.getValue().length() > MAX_DETAIL_TEXT;
        }
        if (tooLong || detail.size() > MAX_DETAILS) {
            throw Problem.badRequest("reason has at most " + MAX_TEXT + " characters, detail at most " + MAX_DETAILS
                    + " fields of " + MAX_DETAIL_TEXT + " characters.");
        }
    }

    /** The ground; for those actions that have one. */
    String ground() {
        return Objects.requireNonNullElse(reason, action.wireName());
    }
}
