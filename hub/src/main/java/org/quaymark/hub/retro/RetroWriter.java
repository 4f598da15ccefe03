package org.quaymark.hub.retro;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quaymark.hub.casework.RetroCases;
import org.quaymark.hub.casework.RetroCases.Again;
import org.quaymark.hub.casework.RetroCases.Suspected;
import org.quaymark.hub.casework.Suspicion;
import org.quaymark.hub.ledger.Ledger;
import org.quaymark.hub.ledger.LedgerEntry;
import org.quaymark.hub.retro.Redecision.Redecided;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.Verdict;

/**
 * Writes verdicts that differ from the last one given: a row, an entry of the ledger, and what follows for the case, in one
 * transaction. Done again it does nothing: what was written is the last one given then.
 */
@Singleton
final class RetroWriter {
    private final Database database;
    private final RetroVerdicts verdicts;
    private final RetroCases cases;
    private final Ledger ledger;
    private final Clock clock;

    RetroWriter(Database database, RetroVerdicts verdicts, RetroCases cases, Ledger ledger, Clock clock) {
        this.database = database;
        this.verdicts = verdicts;
        this.cases = cases;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What was written. */
    record Written(int changed, int released) {
        static final Written NOTHING = new Written(0, 0);

        Written and(Written more) {
            return new Written(changed + more.changed, released + more.released);
        }
    }

    /** Those that may have to be written: of the others the last verdict says the same. */
    List<Redecided> differing(Connection connection, List<Redecided> all) throws SQLException {
        Map<SightingKey, Given> last = last(connection, all);
        return all.stream().filter(one -> isToDo(one, last)).toList();
    }

    /** Whether somebody has changed the registry since these were decided: what was true then may open a case in vain. */
    boolean isOvertaken(Connection connection, List<Redecided> some) throws SQLException {
        long oldest = some.stream()
                .mapToLong(one -> one.verdict().registry().sequence())
                .min()
                .orElse(Long.MAX_VALUE);
        return Sql.first(
                        connection,
                        "SELECT 1 FROM registry_change WHERE sequence > ? AND actor <> ? LIMIT 1",
                        row -> row.getInt(1),
                        oldest,
                        RetroCases.ACTOR)
                != null;
    }

    /** Writes those that differ, in the open transaction. */
    Written write(Connection connection, List<Redecided> some) throws SQLException {
        lock(connection, some);
        Map<SightingKey, Given> last = last(connection, some);
        List<Suspected> suspected = new ArrayList<>();
        int changed = 0;
        int released = 0;
        for (Redecided one : some) {
            Given given = given(one, last);
            if (!isToDo(one, last)) {
                continue;
            }
            Again again = new Again(given.verdict(), one.verdict().registry().sequence(), reason(one));
            if (given.differs(one.verdict()) && insert(connection, one, given)) {
                changed++;
            }
            if (isSuspicious(one.verdict().verdict())) {
                suspected.add(new Suspected(suspicion(one), again));
            } else if (cases.cleared(
                    connection,
                    one.sighted().key().edge(),
                    one.sighted().key().generation(),
                    one.sighted().key().sequence(),
                    one.sighted().scan(),
                    one.verdict().verdict(),
                    again)) {
                released++;
            }
        }
        cases.suspected(connection, suspected);
        return new Written(changed, released);
    }

    /** Whether it says something else than the last one, and was not given by an older registry than that. */
    private static boolean isToDo(Redecided one, Map<SightingKey, Given> last) {
        Given given = given(one, last);
        if (given.registry() > one.verdict().registry().sequence()) {
            return false;
        }
        return given.differs(one.verdict()) || isLetGoLate(one, given);
    }

    /** The case may have been opened after the verdict that took its reason away. */
    private static boolean isLetGoLate(Redecided one, Given given) {
        return one.sighted().entry() != null
                && isSuspicious(one.sighted().entry().verdict().verdict())
                && !isSuspicious(given.verdict());
    }

    private static Given given(Redecided one, Map<SightingKey, Given> last) {
        Given again = last.get(one.sighted().key());
        if (again != null) {
            return again;
        }
        if (one.sighted().entry() == null) {
            throw new IllegalStateException("decided again without its journal entry");
        }
        return Given.of(one.sighted().entry().verdict());
    }

    private Map<SightingKey, Given> last(Connection connection, List<Redecided> all) throws SQLException {
        return verdicts.last(
                connection, all.stream().map(one -> one.sighted().key()).toList());
    }

    /** Two hub processes that decide one sighting again do so one after the other. */
    private void lock(Connection connection, List<Redecided> some) throws SQLException {
        if (database.engine().forUpdate().isEmpty()) {
            return;
        }
        // in one order for all: two processes then never wait for one another crosswise
        Map<String, List<SightingKey>> byJournal = some.stream()
                .map(one -> one.sighted().key())
                .collect(Collectors.groupingBy(
                        key -> key.edge() + "/" + key.generation(), TreeMap::new, Collectors.toList()));
        for (List<SightingKey> journal : byJournal.values()) {
            List<Object> parameters = new ArrayList<>(
                    List.of(journal.get(0).edge(), journal.get(0).generation()));
            journal.forEach(key -> parameters.add(key.sequence()));
            Sql.list(
                    connection,
                    "SELECT 1 FROM sighting WHERE edge = ? AND generation = ? AND sequence IN ("
                            + Sql.marks(journal.size()) + ") ORDER BY sequence"
                            + database.engine().forUpdate(),
                    row -> row.getInt(1),
                    parameters.toArray());
        }
    }

    private boolean insert(Connection connection, Redecided one, Given given) throws SQLException {
        Sighted sighted = one.sighted();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Verdict verdict = one.verdict().answered(now, 0);
        boolean inserted = verdicts.insert(
                connection,
                sighted.key(),
                sighted.scan(),
                new RetroVerdicts.Stored(now, RetroCases.ACTOR, given.verdict(), verdict));
        if (inserted) {
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("edge", sighted.key().edge());
            detail.put("generation", sighted.key().generation());
            detail.put("sequence", sighted.key().sequence());
            detail.put("scan", sighted.scan());
            detail.put("was", given.verdict().name());
            detail.put("verdict", verdict.verdict().name());
            detail.put("findings", codes(verdict));
            detail.put("registry", verdict.registry().sequence());
            detail.put("policy", String.valueOf(verdict.policy()));
            detail.put("policyKnown", one.policyKnown());
            ledger.append(new LedgerEntry("retro-verdict", now, RetroCases.ACTOR, detail));
        }
        return inserted;
    }

    private static Suspicion suspicion(Redecided one) {
        Sighted sighted = one.sighted();
        return new Suspicion(
                sighted.key().edge(),
                sighted.key().generation(),
                sighted.key().sequence(),
                sighted.scan(),
                sighted.site(),
                sighted.dock(),
                sighted.device(),
                sighted.at(),
                one.verdict().verdict(),
                one.verdict().findings(),
                sighted.parcel(),
                sighted.gtin(),
                sighted.lot(),
                sighted.serial(),
                sighted.consignor());
    }

    /** For the worker who meets the goods again, and for the case: where they were, and what is known now. */
    private static String reason(Redecided one) {
        Sighted sighted = one.sighted();
        String codes = codes(one.verdict());
        return "scanned " + sighted.at().truncatedTo(ChronoUnit.SECONDS) + " at " + sighted.site() + "/"
                + sighted.dock() + ", decided again at registry change "
                + one.verdict().registry().sequence() + ": "
                + (codes.isEmpty() ? one.verdict().verdict().name() : codes);
    }

    private static String codes(Verdict verdict) {
        return verdict.findings().stream()
                .filter(finding -> isSuspicious(finding.effect()))
                .map(RetroWriter::told)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String told(Finding finding) {
        String status = finding.detail().get("status");
        return finding.code().name() + (status == null ? "" : " (" + status + ")");
    }

    private static boolean isSuspicious(Effect effect) {
        return effect == Effect.REVIEW || effect == Effect.HOLD;
    }
}
