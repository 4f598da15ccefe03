package org.quaymark.hub.casework;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person or an authority can do with a case. */
public enum CaseAction {
    /** Take it, or give it to somebody ({@code detail.to}). */
    ASSIGN,
    /** Hold the goods: the registry tells every dock. */
    DETAIN,
    /** Ask the right holder, the consignor or the platform. */
    REQUEST_INFORMATION,
    /** Hand it to another authority ({@code detail.to}). */
    REFER,
    /** Decide that a right is infringed. */
    CONFIRM_INFRINGEMENT,
    /** Decide that the goods are genuine: the registry tells every dock. */
    CONFIRM_GENUINE,
    /** Decide that the label was read wrongly. */
    CLOSE_SCANNER_FAULT,
    /** Decide that the registry lacked what it should have had. */
    CLOSE_REGISTRY_GAP,
    /** Let the goods go: the registry tells every dock. */
    RELEASE,
    /** Have the goods destroyed; needs two officers. */
    DESTROY,
    /** Take a decision back. */
    REINSTATE,
    /** The accused answers: recorded, decides nothing. */
    APPEAL,
    /** Say something: recorded, decides nothing. */
    NOTE;

    private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As written in the API: {@code close-scanner-fault}. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The action of that wire name, or null where there is none. */
    public static @Nullable CaseAction ofWireName(String wireName) {
        for (CaseAction action : values()) {
            if (action.wireName.equals(wireName)) {
                return action;
            }
        }
        return null;
    }
}
