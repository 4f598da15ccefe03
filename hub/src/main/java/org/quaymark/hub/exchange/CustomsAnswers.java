package org.quaymark.hub.exchange;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.casework.CaseAction;
import org.quaymark.hub.casework.Casework;
import org.quaymark.hub.casework.Request;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.storage.Database;

/** Takes the decisions of customs, each once. */
@Singleton
final class CustomsAnswers {
    private final Database database;
    private final CustomsAnswerRows rows;
    private final Casework casework;
    private final Clock clock;

    CustomsAnswers(Database database, CustomsAnswerRows rows, Casework casework, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.casework = casework;
        this.clock = clock;
    }

    /**
     * An answer.
     *
     * @param id unique within the authority
     * @param authority who decided, such as {@code customs-de}
     * @param reference the authority's own, null where it gave none
     */
    record CustomsAnswer(
            String id,
            String caseId,
            CaseAction decision,
            String authority,
            @Nullable String reference,
            @Nullable String reason) {}

    /**
     * Does what the answer says; the same answer again does nothing.
     *
     * @return whether it was new
     * @throws Problem 404 where there is no such case, 409 where the case does not take the step, or another answer has
     *     that id already
     */
    boolean take(CustomsAnswer answer) {
        return database.inTransaction(connection -> {
            String digest = digest(answer);
            int inserted = rows.offer(
                    answer.authority(),
                    answer.id(),
                    answer.caseId(),
                    answer.decision().wireName(),
                    clock.instant(),
                    digest);
            if (inserted == 0) {
                requireSame(answer, digest);
                return false;
            }
            Map<String, String> detail = new LinkedHashMap<>();
            detail.put("answer", answer.id());
            if (answer.reference() != null) {
                detail.put("reference", answer.reference());
            }
            String ground = answer.reason() == null || answer.reason().isBlank()
                    ? "decision of " + answer.authority()
                    : answer.reason();
            casework.act(
                    answer.caseId(), new Request(answer.decision(), "customs:" + answer.authority(), ground, detail));
            return true;
        });
    }

    private void requireSame(CustomsAnswer answer, String digest) {
        CustomsAnswerRow known =
                rows.findByAuthorityAndId(answer.authority(), answer.id()).orElseThrow();
        if (!known.digest().equals(digest)) {
            throw Problem.conflict("Another answer of " + answer.authority() + " has the id " + answer.id() + ".");
        }
    }

    private static String digest(CustomsAnswer answer) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(answer.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
