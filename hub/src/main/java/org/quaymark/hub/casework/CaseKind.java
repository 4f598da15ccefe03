package org.quaymark.hub.casework;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.identity.Scope;

/** Whom a case is for. */
public enum CaseKind {
    /** Goods that somebody has to look at: officers decide. */
    GOODS,
    /** The registry seems to lack a lot or a product: its registrar and the right holder fill it, or say why not. */
    REGISTRY_GAP;

    private static final Set<CaseAction> OF_REGISTRARS = EnumSet.of(
            CaseAction.ASSIGN, CaseAction.REQUEST_INFORMATION, CaseAction.CLOSE_REGISTRY_GAP, CaseAction.NOTE);

    private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As written in the API: {@code registry-gap}. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** What one must be allowed to do to take that step with a case of this kind. */
    public Scope scopeOf(CaseAction action) {
        return this == REGISTRY_GAP && OF_REGISTRARS.contains(action) ? Scope.GAPS_WRITE : Scope.CASES_WRITE;
    }

    /** The kind of that wire name, or null where there is none. */
    public static @Nullable CaseKind ofWireName(@Nullable String wireName) {
        for (CaseKind kind : values()) {
            if (kind.wireName.equals(wireName)) {
                return kind;
            }
        }
        return null;
    }
}
