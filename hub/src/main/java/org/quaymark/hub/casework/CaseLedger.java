package org.quaymark.hub.casework;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quaymark.hub.ledger.Ledger;
import org.quaymark.hub.ledger.LedgerEntry;

/** Puts cases on the ledger, in their own transaction. */
@Singleton
final class CaseLedger {
    private final Ledger ledger;

    CaseLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    void opened(CaseFile file, Suspicion by) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("case", file.id());
        detail.put("edge", by.edge());
        detail.put("generation", by.generation());
        detail.put("sequence", by.sequence());
        detail.put("verdict", by.verdict().name());
        ledger.append(new LedgerEntry("case-opened", file.opened(), "hub", detail));
    }

    void stepped(CaseFile file, CaseStep step) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("case", file.id());
        detail.put("action", step.action());
        detail.put("id", step.id());
        detail.put("from", step.from().wireName());
        detail.put("to", step.to().wireName());
        if (step.reason() != null) {
            detail.put("reason", step.reason());
        }
        if (!step.detail().isEmpty()) {
            detail.put("detail", step.detail());
        }
        ledger.append(new LedgerEntry("case-action", step.at(), step.actor(), detail));
    }
}
