package org.quaymark.hub.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which cases.
 *
 * @param statuses any of these; empty for all
 * @param kind of this kind, null for all
 * @param byRisk the highest risk first, and not the newest
 * @param after id of the last case of the page before, null for the first page
 * @param limit at most so many
 */
public record CaseFilter(
        List<CaseStatus> statuses,
        @Nullable String parcel,
        @Nullable String gtin,
        @Nullable String serial,
        @Nullable String site,
        @Nullable CaseKind kind,
        boolean byRisk,
        @Nullable String after,
        int limit) {
    public CaseFilter {
        statuses = List.copyOf(statuses);
    }

    /** Of any kind, the newest first. */
    public CaseFilter(
            List<CaseStatus> statuses,
            @Nullable String parcel,
            @Nullable String gtin,
            @Nullable String serial,
            @Nullable String site,
            @Nullable String after,
            int limit) {
        this(statuses, parcel, gtin, serial, site, null, false, after, limit);
    }

    /** The newest. */
    public static CaseFilter newest(int limit) {
        return new CaseFilter(List.of(), null, null, null, null, null, limit);
    }
}
