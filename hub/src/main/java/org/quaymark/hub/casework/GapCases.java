package org.quaymark.hub.casework;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Ids;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.FindingCode;

/**
 * One case about what the registry lacks in place of many about goods that are likely to be right. Single cases that nobody
 * has taken and that say nothing else are merged into it; those that somebody works on stay his, and name it.
 */
@Singleton
public final class GapCases {
    private static final String ACTOR = "hub";

    private final Database database;
    private final CaseStore store;
    private final Casework casework;
    private final CaseLedger ledger;
    private final CaseMessages messages;
    private final CaseEvents events;
    private final Ids ids;

    GapCases(
            Database database,
            CaseStore store,
            Casework casework,
            CaseLedger ledger,
            CaseMessages messages,
            CaseEvents events,
            Ids ids) {
        this.database = database;
        this.store = store;
        this.casework = casework;
        this.ledger = ledger;
        this.messages = messages;
        this.events = events;
        this.ids = ids;
    }

    /**
     * What is lacking.
     *
     * @param lot null where it is the product
     */
    public record Gap(String gtin, @Nullable String lot) {
        /** Its key, of a fixed size. */
        public String key() {
            return lot == null ? GatherKey.hash("product-gap", gtin) : GatherKey.hash("lot-gap", gtin, lot);
        }
    }

    /** Whether a sighting says nothing but that the registry lacks its lot or its product; null where it says more. */
    public static @Nullable Gap of(Suspicion by) {
        String gtin = by.gtin();
        if (gtin == null || by.verdict() != Effect.REVIEW || !saysOnlyGaps(by.findings())) {
            return null;
        }
        boolean product = by.findings().stream().anyMatch(finding -> finding.code() == FindingCode.PRODUCT_NOT_ISSUED);
        if (product) {
            return new Gap(gtin, null);
        }
        return by.lot() == null ? null : new Gap(gtin, by.lot());
    }

    private static boolean saysOnlyGaps(List<Finding> findings) {
        List<Finding> strong = findings.stream()
                .filter(finding -> finding.effect() == Effect.REVIEW || finding.effect() == Effect.HOLD)
                .toList();
        return !strong.isEmpty()
                && strong.stream()
                        .allMatch(finding -> finding.code() == FindingCode.BATCH_UNKNOWN
                                || finding.code() == FindingCode.PRODUCT_NOT_ISSUED);
    }

    /** Has a sighting join the open case about a gap; false where there is none. */
    public boolean join(Gap gap, Suspicion by) {
        return database.inTransaction(connection -> {
            if (store.lockGathering(connection, gap.key()) == null) {
                return false;
            }
            if (!store.joined(connection, by)) {
                put(connection, gap, by);
            }
            return true;
        });
    }

    /**
     * Opens the case about a gap.
     *
     * @param by the sighting that makes it one
     * @param before those it was found on before, whose single cases are merged into it
     */
    public String open(Gap gap, Suspicion by, List<SightingRef> before) {
        return database.inTransaction(connection -> {
            CaseFile file = put(connection, gap, by);
            Set<String> singles = new LinkedHashSet<>();
            for (SightingRef sighting : before) {
                String single = store.caseOf(connection, sighting);
                if (single != null && !single.equals(file.id())) {
                    singles.add(single);
                }
            }
            // in one order for all who lock several cases
            for (String single : singles.stream().sorted().toList()) {
                file = merge(connection, file, single);
            }
            return file.id();
        });
    }

    private CaseFile put(Connection connection, Gap gap, Suspicion by) {
        Suspicion about = new Suspicion(
                by.edge(),
                by.generation(),
                by.sequence(),
                by.scan(),
                by.site(),
                by.dock(),
                by.device(),
                by.at(),
                by.verdict(),
                by.findings(),
                null,
                gap.gtin(),
                gap.lot(),
                null,
                null);
        return casework.gather(
                about,
                gap.key(),
                CaseKind.REGISTRY_GAP,
                file -> store.join(connection, file.id(), by) ? 1 : Casework.NOTHING);
    }

    private CaseFile merge(Connection connection, CaseFile gap, String id) throws SQLException {
        CaseFile single = store.lock(connection, id);
        if (single == null || single.kind() == CaseKind.REGISTRY_GAP || single.status() == CaseStatus.MERGED) {
            return gap;
        }
        if (single.status() != CaseStatus.NEW || !saysOnlyGaps(single.findings())) {
            step(connection, single, "registry-gap", single.status(), Map.of("case", gap.id()));
            return gap;
        }
        int moved = store.move(connection, single.id(), gap.id());
        step(connection, single, "merge", CaseStatus.MERGED, Map.of("case", gap.id()));
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("case", single.id());
        if (single.parcel() != null) {
            detail.put("parcel", single.parcel());
        }
        CaseFile grown =
                gap.joined(moved, casework.now(), gap.verdict(), Findings.merged(gap.findings(), single.findings()));
        step(connection, grown, "merge", grown.status(), detail);
        return grown;
    }

    private void step(Connection connection, CaseFile file, String action, CaseStatus to, Map<String, String> detail)
            throws SQLException {
        CaseStep step = new CaseStep(ids.next(), action, ACTOR, casework.now(), null, detail, file.status(), to);
        CaseFile stepped = file.stepped(to, step.at(), file.interception());
        store.update(connection, stepped);
        store.insert(connection, file.id(), step);
        messages.stepped(connection, stepped, step);
        ledger.stepped(stepped, step);
        events.tell(stepped, "changed");
    }
}
