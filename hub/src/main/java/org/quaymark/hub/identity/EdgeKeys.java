package org.quaymark.hub.identity;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.log.RequestSignature;
import org.quaymark.inspection.log.VerifyingKey;

/** Checks the signatures of edges' requests. */
@Singleton
public final class EdgeKeys {
    private static final Duration MAX_SKEW = Duration.ofSeconds(300);

    private final EdgeKeyRows rows;
    private final Clock clock;

    EdgeKeys(EdgeKeyRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** A request as it came, with the headers of its signature. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Claimed(
            String method,
            String path,
            @Nullable String query,
            byte[] body,
            @Nullable String contentDigest,
            @Nullable String signatureInput,
            @Nullable String signature) {}

    /** What a check came to. */
    public enum Outcome {
        PROVED,
        UNPROVED,
        CLOCK_SKEW,
        SUSPENDED
    }

    /** The key of an edge, null where there is no such edge. */
    public @Nullable VerifyingKey keyOf(String edge) {
        return rows.findById(edge)
                .map(row -> VerifyingKey.parse(row.publicKey()))
                .orElse(null);
    }

    /** Whether an edge is there and not suspended. */
    public boolean isActive(String edge) {
        return rows.findById(edge).map(row -> row.status().equals("active")).orElse(false);
    }

    /** The id it claims, empty where it claims none. */
    public String claimedId(Claimed request) {
        RequestSignature.Claim claim = RequestSignature.claim(request.signatureInput());
        return claim == null ? "" : claim.keyId();
    }

    /** Checks it. */
    public Outcome check(Claimed request) {
        RequestSignature.Claim claim = RequestSignature.claim(request.signatureInput());
        if (claim == null) {
            return Outcome.UNPROVED;
        }
        EdgeKeyRow known = rows.findById(claim.keyId()).orElse(null);
        if (known == null
                || !RequestSignature.verifies(
                        VerifyingKey.parse(known.publicKey()),
                        request.method(),
                        request.path(),
                        request.query(),
                        request.body(),
                        request.contentDigest(),
                        request.signatureInput(),
                        request.signature())) {
            return Outcome.UNPROVED;
        }
        if (Duration.between(claim.created(), clock.instant()).abs().compareTo(MAX_SKEW) > 0) {
            return Outcome.CLOCK_SKEW;
        }
        return known.status().equals("active") ? Outcome.PROVED : Outcome.SUSPENDED;
    }
}
