package org.quaymark.hub.casework;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The life of a case: which action is allowed in which status and where it leads. Pure.
 *
 * <p>new → assigned → detained | information requested | referred → infringement confirmed | genuine | scanner fault |
 * registry gap → destroyed | released | reinstated.
 */
public final class CaseLife {
    private CaseLife() {}

    /** Where {@code action} leads from {@code status}, or null where it is not allowed there. */
    public static @Nullable CaseStatus after(CaseStatus status, CaseAction action) {
        if (!allowedIn(action).contains(status)) {
            return null;
        }
        return switch (action) {
            case ASSIGN -> CaseStatus.ASSIGNED;
            case DETAIN -> CaseStatus.DETAINED;
            case REQUEST_INFORMATION -> CaseStatus.INFORMATION_REQUESTED;
            case REFER -> CaseStatus.REFERRED;
            case CONFIRM_INFRINGEMENT -> CaseStatus.INFRINGEMENT_CONFIRMED;
            case CONFIRM_GENUINE -> CaseStatus.GENUINE;
            case CLOSE_SCANNER_FAULT -> CaseStatus.SCANNER_FAULT;
            case CLOSE_REGISTRY_GAP -> CaseStatus.REGISTRY_GAP;
            case RELEASE -> CaseStatus.RELEASED;
            case DESTROY -> CaseStatus.DESTROYED;
            case REINSTATE -> CaseStatus.REINSTATED;
            case APPEAL, NOTE -> status;
        };
    }

    /** The actions that are allowed in a status, in the order of the enum. */
    public static List<CaseAction> allowed(CaseStatus status) {
        return List.of(CaseAction.values()).stream()
                .filter(action -> allowedIn(action).contains(status))
                .toList();
    }

    private static Set<CaseStatus> allowedIn(CaseAction action) {
        return switch (action) {
            case ASSIGN -> EnumSet.of(CaseStatus.NEW, CaseStatus.ASSIGNED);
            // Detaining what is detained is allowed: a second authority may hold the same goods.
            case DETAIN, CONFIRM_GENUINE, CLOSE_SCANNER_FAULT, CLOSE_REGISTRY_GAP -> undecided();
            case REQUEST_INFORMATION, REFER -> undecided();
            // Goods must be stopped, asked about or handed on before anybody says what they are.
            case CONFIRM_INFRINGEMENT ->
                EnumSet.of(CaseStatus.DETAINED, CaseStatus.INFORMATION_REQUESTED, CaseStatus.REFERRED);
            case RELEASE -> with(undecided(), CaseStatus.INFRINGEMENT_CONFIRMED, CaseStatus.GENUINE);
            case DESTROY -> EnumSet.of(CaseStatus.INFRINGEMENT_CONFIRMED);
            case REINSTATE -> EnumSet.of(CaseStatus.INFRINGEMENT_CONFIRMED, CaseStatus.GENUINE, CaseStatus.RELEASED);
            // The accused can answer as soon as something was done to him, and also when it is too late for the goods.
            case APPEAL ->
                EnumSet.of(
                        CaseStatus.DETAINED,
                        CaseStatus.INFORMATION_REQUESTED,
                        CaseStatus.REFERRED,
                        CaseStatus.INFRINGEMENT_CONFIRMED,
                        CaseStatus.DESTROYED);
            case NOTE -> EnumSet.allOf(CaseStatus.class);
        };
    }

    private static EnumSet<CaseStatus> undecided() {
        EnumSet<CaseStatus> undecided = EnumSet.noneOf(CaseStatus.class);
        for (CaseStatus status : CaseStatus.values()) {
            if (status.undecided()) {
                undecided.add(status);
            }
        }
        return undecided;
    }

    private static Set<CaseStatus> with(EnumSet<CaseStatus> set, CaseStatus... more) {
        set.addAll(List.of(more));
        return set;
    }
}
