package org.quaymark.hub.console;

import org.quaymark.hub.casework.CaseStatus;
import org.quaymark.inspection.decision.Effect;

/** Colours of the pages, by their class; a word and an icon always say the same. */
public final class Tones {
    private Tones() {}

    /** Of a verdict. */
    public static String of(Effect effect) {
        return switch (effect) {
            case HOLD -> "hold";
            case REVIEW, RESCAN -> "review";
            case UNCHECKED -> "calm";
            case PASS -> "pass";
        };
    }

    /** Of a status. */
    public static String of(CaseStatus status) {
        return switch (status) {
            case NEW -> "review";
            case DETAINED, INFRINGEMENT_CONFIRMED, DESTROYED -> "hold";
            case RELEASED, GENUINE, REINSTATED -> "pass";
            case ASSIGNED, INFORMATION_REQUESTED, REFERRED, SCANNER_FAULT, REGISTRY_GAP, MERGED -> "calm";
        };
    }
}
