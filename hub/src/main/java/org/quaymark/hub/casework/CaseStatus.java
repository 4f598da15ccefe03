package org.quaymark.hub.casework;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a case stands. */
public enum CaseStatus {
    /** Opened by a sighting; nobody has looked at it. */
    NEW,
    /** An officer has taken it. */
    ASSIGNED,
    /** The goods are held by an officer's or an authority's order. */
    DETAINED,
    /** Somebody outside was asked and has to answer. */
    INFORMATION_REQUESTED,
    /** Handed to another authority. */
    REFERRED,
    /** A person decided that a right is infringed. */
    INFRINGEMENT_CONFIRMED,
    /** A person decided that the goods are genuine. */
    GENUINE,
    /** The label was read wrongly; the goods were never in doubt. */
    SCANNER_FAULT,
    /** The registry did not know what it should have known; the goods were never in doubt. */
    REGISTRY_GAP,
    /** The goods were destroyed. */
    DESTROYED,
    /** The goods were let go. */
    RELEASED,
    /** A decision was taken back and the goods are free. */
    REINSTATED,
    /** What was in it is in another case now, which its time line names. */
    MERGED;

    private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As written in the API: {@code information-requested}. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The status of that wire name, or null where there is none. */
    public static @Nullable CaseStatus ofWireName(String wireName) {
        for (CaseStatus status : values()) {
            if (status.wireName.equals(wireName)) {
                return status;
            }
        }
        return null;
    }

    /** Nobody has decided yet what it was. */
    public boolean undecided() {
        return switch (this) {
            case NEW, ASSIGNED, DETAINED, INFORMATION_REQUESTED, REFERRED -> true;
            case INFRINGEMENT_CONFIRMED,
                    GENUINE,
                    SCANNER_FAULT,
                    REGISTRY_GAP,
                    DESTROYED,
                    RELEASED,
                    REINSTATED,
                    MERGED -> false;
        };
    }

    /** It ended with an infringement. */
    boolean proved() {
        return this == INFRINGEMENT_CONFIRMED || this == DESTROYED;
    }

    /** It ended without one, whatever the reason. */
    boolean cleared() {
        return this == GENUINE
                || this == SCANNER_FAULT
                || this == REGISTRY_GAP
                || this == RELEASED
                || this == REINSTATED;
    }

    /** A further suspicious sighting of the same goods belongs to this case and does not open another one. */
    public boolean gathers() {
        return undecided() || this == INFRINGEMENT_CONFIRMED;
    }
}
