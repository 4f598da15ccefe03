package org.quaymark.hub.console;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.casework.CaseFile;
import org.quaymark.hub.casework.CaseStatus;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;

/**
 * A case as a row of the list.
 *
 * @param what the strongest finding in words
 * @param product what the registry calls it, null where it does not know it
 */
public record CaseRow(CaseFile file, String what, @Nullable String product) {
    static CaseRow of(CaseFile file, Texts t, @Nullable String product) {
        return new CaseRow(file, headline(file.findings(), t), product);
    }

    static String headline(List<Finding> findings, Texts t) {
        return findings.isEmpty()
                ? t.of("verdict.REVIEW")
                : t.of("found." + findings.get(0).code().name());
    }

    /** The case's id. */
    public String id() {
        return file.id();
    }

    /** What its risk is made of, in a sentence. */
    public String reasons(Texts t) {
        return file.risk().signals().stream()
                .map(signal -> t.of("risk." + signal.name()) + " " + signal.of() + ": " + t.of("risk.confirmed") + " "
                        + signal.confirmed() + ", " + t.of("risk.cleared") + " " + signal.cleared())
                .collect(java.util.stream.Collectors.joining("; "));
    }

    /** Where it was seen first. */
    public String where() {
        return file.site() + " / " + file.dock();
    }

    /** For the pages' columns. */
    public Effect verdict() {
        return file.verdict();
    }

    /** Where it stands. */
    public CaseStatus status() {
        return file.status();
    }

    /** When it was opened. */
    public Instant opened() {
        return file.opened();
    }
}
