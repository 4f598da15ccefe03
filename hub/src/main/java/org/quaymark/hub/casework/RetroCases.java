package org.quaymark.hub.casework;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.registry.RegistryAuthority;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.InterceptionStatus;

/**
 * What verdicts given again do to cases. Goods that would be held now open or join a case, and the docks are told to stop them;
 * a case that nothing speaks for any more is released, where no person has decided or begun to. Never a clearance: to let goods
 * through whatever is found is people's to say.
 */
@Singleton
public final class RetroCases {
    /** Who it is that decides again, on cases, in the registry and on the ledger. */
    public static final String ACTOR = "hub:retro";
    /** The action's name on a case's time line. */
    public static final String ACTION = "decided-again";

    /** Found from many sightings: one of them decided again takes nothing of it back. */
    private static final Set<FindingCode> OF_MANY =
            EnumSet.of(FindingCode.SERIAL_CLONED, FindingCode.SERIAL_REUSED, FindingCode.BATCH_OVERRUN);
    /** What the hub and people do without deciding anything about the goods. */
    private static final Set<CaseStatus> UNTOUCHED = EnumSet.of(CaseStatus.NEW, CaseStatus.ASSIGNED);

    private final CaseStore store;
    private final Casework casework;
    private final RegistryAuthority registry;
    private final CaseLedger ledger;
    private final CaseMessages messages;
    private final CaseEvents events;
    private final StandingSightings standing;
    private final Clock clock;

    RetroCases(
            CaseStore store,
            Casework casework,
            RegistryAuthority registry,
            CaseLedger ledger,
            CaseMessages messages,
            CaseEvents events,
            StandingSightings standing,
            Clock clock) {
        this.store = store;
        this.casework = casework;
        this.registry = registry;
        this.ledger = ledger;
        this.messages = messages;
        this.events = events;
        this.standing = standing;
        this.clock = clock;
    }

    /**
     * A verdict that was given again.
     *
     * @param was what it was before
     * @param change the registry's last change it was given at
     */
    public record Again(Effect was, long change, String reason) {
        Map<String, String> detail(String scan, Effect now) {
            Map<String, String> detail = new LinkedHashMap<>();
            detail.put("scan", scan);
            detail.put("from", was.name());
            detail.put("verdict", now.name());
            detail.put("change", String.valueOf(change));
            return detail;
        }
    }

    /** A sighting that is suspicious now, and how its verdict came about. */
    public record Suspected(Suspicion by, Again again) {}

    /** Takes in sightings that are suspicious now, in the open transaction. */
    public void suspected(Connection connection, List<Suspected> all) throws SQLException {
        List<Interception> raised = new ArrayList<>();
        Risks.Counted counted = new Risks.Counted();
        for (Suspected one : all) {
            casework.suspect(one.by(), counted);
            Interception interception = suspected(connection, one);
            if (interception != null) {
                raised.add(interception);
            }
        }
        if (!raised.isEmpty()) {
            registry.apply(raised, ACTOR);
        }
    }

    private @Nullable Interception suspected(Connection connection, Suspected one) throws SQLException {
        Suspicion by = one.by();
        CaseFile file = lock(connection, by.edge(), by.generation(), by.scan());
        if (file == null
                || !note(
                        connection,
                        file,
                        by.edge(),
                        by.generation(),
                        by.sequence(),
                        by.scan(),
                        by.verdict(),
                        one.again())) {
            return null;
        }
        Effect strongest = file.verdict().compareTo(by.verdict()) >= 0 ? file.verdict() : by.verdict();
        CaseFile found = file.found(now(), strongest, Findings.merged(file.findings(), by.findings()));
        boolean stops = by.verdict() == Effect.HOLD
                && file.status().undecided()
                && file.interception() == null
                && !isStopped(by);
        Interception interception = stops
                ? CaseInterceptions.stopping(
                        file, InterceptionStatus.ACTIVE, one.again().reason(), ACTOR)
                : null;
        if (interception != null) {
            found = found.stepped(found.status(), found.updated(), interception.id());
        }
        store.update(connection, found);
        events.tell(found, "changed");
        return interception;
    }

    /** Whether somebody else's order stops just this parcel, or where none is known this unit, already. */
    private static boolean isStopped(Suspicion by) {
        return by.findings().stream()
                .filter(finding -> finding.code() == FindingCode.INTERCEPTION && finding.effect() == Effect.HOLD)
                .map(Finding::detail)
                .anyMatch(detail -> by.parcel() != null
                        ? by.parcel().equals(detail.get("parcel"))
                        : by.serial() != null && by.serial().equals(detail.get("serial")));
    }

    /** Takes in that a sighting is not suspicious any more, in the open transaction. Says whether its case was released. */
    public boolean cleared(
            Connection connection, String edge, int generation, long sequence, String scan, Effect now, Again again)
            throws SQLException {
        CaseFile file = lock(connection, edge, generation, scan);
        if (file == null) {
            return false;
        }
        boolean wasSuspicious = again.was() == Effect.REVIEW || again.was() == Effect.HOLD;
        boolean noted = wasSuspicious && note(connection, file, edge, generation, sequence, scan, now, again);
        boolean releases = file.status().undecided()
                && isNobodysYet(connection, file)
                && file.findings().stream().noneMatch(finding -> OF_MANY.contains(finding.code()))
                && !standing.any(connection, file);
        if (releases) {
            release(connection, file, again);
        } else if (noted) {
            CaseFile touched = file.stepped(file.status(), now(), file.interception());
            store.update(connection, touched);
            events.tell(touched, "changed");
        }
        return releases;
    }

    private void release(Connection connection, CaseFile file, Again again) throws SQLException {
        Instant at = now();
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("change", String.valueOf(again.change()));
        Interception lifted = file.interception() == null
                ? null
                : CaseInterceptions.stopping(file, InterceptionStatus.LIFTED, again.reason(), ACTOR);
        if (lifted != null) {
            registry.apply(List.of(lifted), ACTOR);
            detail.put("interception", lifted.id());
            detail.put("effect", "lifted");
        }
        // what the registry lacked it has now: nobody's goods are let go by that
        boolean gap = file.kind() == CaseKind.REGISTRY_GAP;
        CaseStatus to = gap ? CaseStatus.REGISTRY_GAP : CaseStatus.RELEASED;
        CaseStep step = new CaseStep(
                "retro:" + file.id() + ":" + again.change(),
                (gap ? CaseAction.CLOSE_REGISTRY_GAP : CaseAction.RELEASE).wireName(),
                ACTOR,
                at,
                again.reason(),
                detail,
                file.status(),
                to);
        if (!store.insert(connection, file.id(), step)) {
            return;
        }
        CaseFile released = file.stepped(to, at, file.interception());
        store.update(connection, released);
        messages.stepped(connection, released, step);
        ledger.stepped(released, step);
        events.tell(released, "changed");
    }

    /** A person, or an authority, who did more than take the case has it in hand: then it is theirs. */
    private boolean isNobodysYet(Connection connection, CaseFile file) throws SQLException {
        if (!UNTOUCHED.contains(file.status())) {
            return false;
        }
        return store.steps(connection, file.id()).stream()
                .allMatch(step -> step.actor().equals(ACTOR)
                        || step.actor().startsWith("worker:")
                        || step.action().equals(CaseAction.ASSIGN.wireName())
                        || step.action().equals(CaseAction.NOTE.wireName()));
    }

    private @Nullable CaseFile lock(Connection connection, String edge, int generation, String scan)
            throws SQLException {
        String id = store.caseOfScan(connection, edge, generation, scan);
        return id == null ? null : store.lock(connection, id);
    }

    private boolean note(
            Connection connection,
            CaseFile file,
            String edge,
            int generation,
            long sequence,
            String scan,
            Effect now,
            Again again)
            throws SQLException {
        return store.insert(
                connection,
                file.id(),
                new CaseStep(
                        "retro:" + edge + ":" + generation + ":" + sequence + ":" + again.change(),
                        ACTION,
                        ACTOR,
                        now(),
                        again.reason(),
                        again.detail(scan, now),
                        file.status(),
                        file.status()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
