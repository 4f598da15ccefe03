package org.quaymark.hub.console;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.casework.CaseFile;
import org.quaymark.hub.casework.CaseKind;
import org.quaymark.hub.casework.CaseStatus;

/** Which cases the list shows. */
public enum Show {
    OPEN,
    DECIDED,
    ALL,
    /** What the registry lacks: for registrars. */
    GAPS;

    /** As in the address. */
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Show of(@Nullable String wireName) {
        return Arrays.stream(values())
                .filter(show -> show.wireName().equals(wireName))
                .findFirst()
                .orElse(OPEN);
    }

    /** The statuses it shows; empty for all. */
    List<CaseStatus> statuses() {
        return switch (this) {
            case OPEN, GAPS ->
                Arrays.stream(CaseStatus.values()).filter(CaseStatus::undecided).toList();
            case DECIDED ->
                Arrays.stream(CaseStatus.values())
                        .filter(status -> !status.undecided())
                        .toList();
            case ALL -> List.of();
        };
    }

    /** The kind of cases it shows. */
    CaseKind kind() {
        return this == GAPS ? CaseKind.REGISTRY_GAP : CaseKind.GOODS;
    }

    boolean shows(CaseFile file) {
        return file.kind() == kind() && (statuses().isEmpty() || statuses().contains(file.status()));
    }

    long count(Map<CaseStatus, Long> counts) {
        List<CaseStatus> mine = this == ALL ? List.of(CaseStatus.values()) : statuses();
        return mine.stream()
                .mapToLong(status -> counts.getOrDefault(status, 0L))
                .sum();
    }
}
