package org.quaymark.hub.exchange;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the EPCIS event of a moment of a case. */
final class EpcisEvents {
    private static final String OBSERVE = "OBSERVE";

    private EpcisEvents() {}

    /** The event: the same subject and moment give the same event, and so the same id. */
    static EpcisEvent of(AlertSubject subject, Moment moment, Instant at) {
        EpcisMapping found = EpcisMapping.of(subject.findings());
        List<String> mismatch = found.mismatch() == null ? List.of() : List.of(found.mismatch());
        return switch (moment) {
            case OPENED ->
                event(subject, subject.seenAt(), OBSERVE, "holding", found.disposition(), mismatch, List.of());
            case CONFIRMED -> event(subject, at, OBSERVE, "inspecting", "non_conformant", List.of(), List.of());
            case CLEARED -> event(subject, at, OBSERVE, "inspecting", "conformant", List.of(), mismatch);
            // what is right in place of the wrong event: seen there and then, and nothing the matter with it
            case MISREAD -> event(subject, subject.seenAt(), OBSERVE, "inspecting", "conformant", List.of(), List.of());
            case DESTROYED -> event(subject, at, "DELETE", "destroying", "destroyed", List.of(), List.of());
        };
    }

    private static EpcisEvent event(
            AlertSubject subject,
            Instant at,
            String action,
            String bizStep,
            String disposition,
            List<String> set,
            List<String> unset) {
        return new EpcisEvent(
                at,
                epcs(subject),
                epcClasses(subject),
                action,
                bizStep,
                disposition,
                set,
                unset,
                EpcisVocabulary.NAMESPACE + "site/" + subject.site() + "/dock/" + subject.dock(),
                extensions(subject));
    }

    private static List<String> epcs(AlertSubject subject) {
        return subject.gtin() == null || subject.serial() == null
                ? List.of()
                : List.of(DigitalLink.unit(subject.gtin(), subject.serial()));
    }

    private static List<String> epcClasses(AlertSubject subject) {
        return subject.gtin() == null || subject.serial() != null
                ? List.of()
                : List.of(DigitalLink.lot(subject.gtin(), subject.lot()));
    }

    private static SortedMap<String, String> extensions(AlertSubject subject) {
        SortedMap<String, String> extensions = new TreeMap<>();
        if (subject.parcel() != null) {
            extensions.put("parcel", subject.parcel());
        }
        if (subject.serial() != null && subject.lot() != null) {
            extensions.put("lot", subject.lot());
        }
        String codes = subject.findings().stream()
                .map(finding -> finding.code().name())
                .distinct()
                .collect(Collectors.joining(" "));
        if (!codes.isEmpty()) {
            extensions.put("findings", codes);
        }
        return extensions;
    }
}
