package org.quaymark.hub.casework;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Ids;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.log.JournalEntry.WorkerAction;

/**
 * Opens cases and takes them from step to step. Everything that follows from a step (the registry's interception, the
 * messages to customs and platforms, the ledger's entry, the event for those who watch) is in its transaction.
 */
@Singleton
public final class Casework {
    private final Database database;
    private final CaseStore store;
    private final CaseInterceptions interceptions;
    private final CaseLedger ledger;
    private final CaseMessages messages;
    private final CaseEvents events;
    private final Risks risks;
    private final Ids ids;
    private final Clock clock;

    Casework(
            Database database,
            CaseStore store,
            CaseInterceptions interceptions,
            CaseLedger ledger,
            CaseMessages messages,
            CaseEvents events,
            Risks risks,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.interceptions = interceptions;
        this.ledger = ledger;
        this.messages = messages;
        this.events = events;
        this.risks = risks;
        this.ids = ids;
        this.clock = clock;
    }

    /** Has a sighting open a case or join the one it belongs to; a second time it does nothing. */
    public void suspect(Suspicion by) {
        suspect(by, new Risks.Counted());
    }

    /** The same, one of many of a transaction. */
    void suspect(Suspicion by, Risks.Counted counted) {
        database.transact(connection -> {
            if (store.joined(connection, by)) {
                return;
            }
            String key =
                    GatherKey.of(by.parcel(), by.gtin(), by.serial(), by.lot(), by.consignor(), by.site(), by.scan());
            gather(by, key, CaseKind.GOODS, counted, file -> store.join(connection, file.id(), by) ? 1 : NOTHING);
        });
    }

    /** Puts something into a case. */
    @FunctionalInterface
    interface Adding {
        /** Puts it there and says how many sightings more are in the case now, or {@link #NOTHING}. */
        int to(CaseFile file) throws SQLException;
    }

    /** There is nothing to be put in: the case stays as it is. */
    static final int NOTHING = -1;

    /** Opens the case of that key, or takes the one that is open, and has something put in; in the open transaction. */
    CaseFile gather(Suspicion by, String key, CaseKind kind, Adding adding) {
        return gather(by, key, kind, new Risks.Counted(), adding);
    }

    private CaseFile gather(Suspicion by, String key, CaseKind kind, Risks.Counted counted, Adding adding) {
        return database.inTransaction(connection -> {
            CaseFile opened = newCase(connection, by, key, kind, counted);
            if (store.insert(connection, opened)) {
                CaseFile filled = opened.counting(Math.max(1, adding.to(opened)));
                if (filled.sightings() != opened.sightings()) {
                    store.update(connection, filled);
                }
                messages.opened(connection, filled, by);
                ledger.opened(filled, by);
                events.tell(filled, "opened");
                return filled;
            }
            CaseFile known = store.lockGathering(connection, key);
            if (known == null) {
                throw new IllegalStateException("case " + key + " closed while a sighting joined it: try again");
            }
            int more = adding.to(known);
            if (more == NOTHING) {
                return known;
            }
            Effect strongest = known.verdict().compareTo(by.verdict()) >= 0 ? known.verdict() : by.verdict();
            List<Finding> all = Findings.merged(known.findings(), by.findings());
            CaseFile joined = known.joined(more, now(), strongest, all);
            store.update(connection, joined);
            events.tell(joined, "changed");
            return joined;
        });
    }

    /** Puts what a worker said by a control code on the time line of the case that his scan is in, if it is in one. */
    public void heard(String edge, int generation, WorkerAction worker) {
        if (worker.scan() == null) {
            return;
        }
        String scan = worker.scan();
        database.transact(connection -> {
            String id = store.caseOfScan(connection, edge, generation, scan);
            CaseFile file = id == null ? null : store.lock(connection, id);
            if (file == null) {
                return;
            }
            Map<String, String> detail = new LinkedHashMap<>();
            detail.put("scan", scan);
            if (worker.operator() != null) {
                detail.put("operator", worker.operator());
            }
            CaseStep step = new CaseStep(
                    edge + ":" + generation + ":" + worker.sequence(),
                    "worker-" + worker.action().toLowerCase(java.util.Locale.ROOT),
                    "worker:" + worker.site() + "/" + worker.dock() + "/" + worker.device(),
                    worker.at(),
                    null,
                    detail,
                    file.status(),
                    file.status());
            if (store.insert(connection, file.id(), step)) {
                CaseFile touched = file.stepped(file.status(), now(), file.interception());
                store.update(connection, touched);
                events.tell(touched, "changed");
            }
        });
    }

    /**
     * Takes a step.
     *
     * @throws Problem 404 where there is no such case, 409 where its status does not allow the step
     */
    public CaseFile act(String caseId, Request request) {
        return database.inTransaction(connection -> {
            CaseFile file = store.lock(connection, caseId);
            if (file == null) {
                throw Problem.notFound("There is no such case.");
            }
            CaseStatus to = CaseLife.after(file.status(), request.action());
            if (to == null) {
                throw Problem.conflict("A case that is " + file.status().wireName() + " does not take "
                                + request.action().wireName() + ".")
                        .with("status", file.status().wireName());
            }
            Map<String, String> detail = new LinkedHashMap<>(request.detail());
            if (request.action() == CaseAction.DESTROY) {
                to = fourEyes(connection, file, request, detail);
            }
            Instant at = now();
            @Nullable String raised = interceptions.follow(file, to, request, detail);
            CaseStep step = new CaseStep(
                    ids.next(),
                    request.action().wireName(),
                    request.actor(),
                    at,
                    request.reason(),
                    detail,
                    file.status(),
                    to);
            CaseFile stepped = file.stepped(to, at, raised);
            if (to.gathers() && !file.status().gathers()) {
                throw new IllegalStateException("no step leads back to a status that gathers");
            }
            store.update(connection, stepped);
            store.insert(connection, file.id(), step);
            messages.stepped(connection, stepped, step);
            ledger.stepped(stepped, step);
            events.tell(stepped, "changed");
            return stepped;
        });
    }

    /** Destruction cannot be undone: one officer proposes it, another confirms. */
    private CaseStatus fourEyes(Connection connection, CaseFile file, Request request, Map<String, String> detail)
            throws SQLException {
        List<CaseStep> steps = store.steps(connection, file.id());
        @Nullable CaseStep proposed = null;
        for (CaseStep step : steps) {
            if (step.to() != file.status() || step.from() != step.to()) {
                proposed = null;
            } else if (step.action().equals(CaseAction.DESTROY.wireName())) {
                proposed = step;
            }
        }
        if (proposed == null) {
            detail.put("step", "proposed");
            return file.status();
        }
        if (proposed.actor().equals(request.actor())) {
            throw Problem.conflict("Destruction needs a second officer: " + proposed.actor() + " proposed it.");
        }
        detail.put("step", "confirmed");
        detail.put("proposedBy", proposed.actor());
        return CaseStatus.DESTROYED;
    }

    private CaseFile newCase(Connection connection, Suspicion by, String gather, CaseKind kind, Risks.Counted counted)
            throws SQLException {
        Instant now = now();
        return new CaseFile(
                ids.next(),
                gather,
                CaseStatus.NEW,
                now,
                now,
                CaseFile.priorityOf(by.verdict()),
                by.parcel(),
                by.gtin(),
                by.lot(),
                by.serial(),
                by.consignor(),
                by.site(),
                by.dock(),
                by.verdict(),
                Findings.merged(List.of(), by.findings()),
                1,
                kind,
                risks.of(connection, by, counted),
                null);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
