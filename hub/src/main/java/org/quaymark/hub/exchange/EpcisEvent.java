package org.quaymark.hub.exchange;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An EPCIS 2.0 ObjectEvent, as much of one as the hub says.
 *
 * @param epcs GS1 Digital Link URIs of units and logistic units
 * @param epcClasses GS1 Digital Link URIs of lots or products whose unit is not known; of each, one piece
 * @param action {@code OBSERVE} or {@code DELETE}
 * @param bizStep bare CBV name
 * @param disposition bare CBV name, null where there is none
 * @param set persistent dispositions set, bare CBV names
 * @param unset persistent dispositions unset, bare CBV names
 * @param readPoint URI of the dock
 * @param extensions our own fields by their name in {@link EpcisVocabulary#NAMESPACE}
 */
record EpcisEvent(
        Instant eventTime,
        List<String> epcs,
        List<String> epcClasses,
        String action,
        String bizStep,
        @Nullable String disposition,
        List<String> set,
        List<String> unset,
        String readPoint,
        SortedMap<String, String> extensions) {
    EpcisEvent {
        epcs = List.copyOf(epcs);
        epcClasses = List.copyOf(epcClasses);
        set = List.copyOf(set);
        unset = List.copyOf(unset);
        extensions = new TreeMap<>(extensions);
    }
}
