package org.quaymark.hub.edges;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.identity.OneTimeCodes;
import org.quaymark.hub.ledger.Ledger;
import org.quaymark.hub.ledger.LedgerEntry;
import org.quaymark.hub.storage.Database;
import org.quaymark.inspection.log.VerifyingKey;

/** How edges become known: a one-time code, and with it the public half of the edge's own key. */
@Singleton
public final class Enrolments {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Duration VALID = Duration.ofHours(24);

    private final Database database;
    private final EnrolmentRows enrolments;
    private final EdgeRows edges;
    private final Ledger ledger;
    private final Clock clock;

    Enrolments(Database database, EnrolmentRows enrolments, EdgeRows edges, Ledger ledger, Clock clock) {
        this.database = database;
        this.enrolments = enrolments;
        this.edges = edges;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Makes a code for one edge at one site.
     *
     * @throws IllegalArgumentException where an id is not of letters, digits, {@code _} and {@code -}
     */
    public String issue(String edge, String site) {
        if (!ID.matcher(edge).matches() || !ID.matcher(site).matches()) {
            throw new IllegalArgumentException("edge and site are 1 to 64 letters, digits, _ and -");
        }
        String code = OneTimeCodes.create();
        Instant now = clock.instant();
        database.transact(connection -> {
            enrolments.deleteByExpiresAtLessThan(now);
            enrolments.insert(new EnrolmentRow(OneTimeCodes.hash(code), edge, site, now, now.plus(VALID), null));
            ledger.append(new LedgerEntry("enrolment-issued", now, "hub", Map.of("edge", edge, "site", site)));
        });
        return code;
    }

    /**
     * Enrols an edge: the code is used up, the key replaces the one before, a new generation of the journal begins. The same
     * code with the same key again is the same enrolment, whose answer was lost on the way.
     *
     * @return the site, null where the code is wrong, used, expired or for another edge
     */
    public @Nullable String enrol(String edge, String code, VerifyingKey key) {
        Instant now = clock.instant();
        String hash = OneTimeCodes.hash(code);
        return database.findInTransaction(connection -> {
            if (enrolments.useUp(hash, edge, now) == 0) {
                boolean again = enrolments.existsByHashAndEdgeAndExpiresAtGreaterThanEquals(hash, edge, now);
                return again
                        ? edges.findByIdAndPublicKey(edge, key.toString())
                                .map(EdgeRow::site)
                                .orElse(null)
                        : null;
            }
            String site = enrolments.findById(hash).orElseThrow().site();
            edges.enrol(new EdgeRow(edge, site, "active", key.toString(), 1, now, null));
            ledger.append(new LedgerEntry("enrolment", now, "edge:" + edge, Map.of("key", key.toString())));
            return site;
        });
    }
}
