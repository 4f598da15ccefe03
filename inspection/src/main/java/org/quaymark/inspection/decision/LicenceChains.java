package org.quaymark.inspection.decision;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Licence;
import org.quaymark.inspection.registry.LicenceStatus;

/**
 * Who may put a product on a market, by licences that hang together up to a holder: each but the last of a chain can be
 * sublicensed, and each is looked at once, so chains that run in circles end.
 */
final class LicenceChains {
    private final Set<String> holders;
    private final LocalDate date;
    private final Map<String, List<Licence>> byLicensor;

    /** @param licences those that cover the product and the market, of whatever status and date */
    LicenceChains(Set<String> holders, List<Licence> licences, LocalDate date) {
        this.holders = holders;
        this.date = date;
        // By id, so that the order they came to the registry in decides nothing.
        this.byLicensor = licences.stream()
                .sorted(Comparator.comparing(Licence::id))
                .collect(Collectors.groupingBy(Licence::licensor));
    }

    /** Whether licences in force lead from a holder to that party. */
    boolean reach(String party) {
        return new Walk(licence -> hasBegun(licence) && !hasLapsed(licence)).reached.containsKey(party);
    }

    /** The licence nearest to the party that has lapsed, where licences would lead to it if none had; else null. */
    @Nullable
    Licence lapsedOnTheWayTo(String party) {
        Walk walk = new Walk(this::hasBegun);
        Licence licence = walk.reached.get(party);
        while (licence != null && !hasLapsed(licence)) {
            licence = walk.grantedBy.get(licence.licensor());
        }
        return licence;
    }

    /** How a licence came to its end, in a word. */
    static String statusOf(Licence licence) {
        return switch (licence.status()) {
            case SUSPENDED -> "suspended";
            case TERMINATED -> "terminated";
            case ACTIVE -> "expired";
        };
    }

    private boolean hasBegun(Licence licence) {
        return licence.validFrom() == null || !date.isBefore(licence.validFrom());
    }

    private boolean hasLapsed(Licence licence) {
        return licence.status() != LicenceStatus.ACTIVE
                || (licence.validTo() != null && date.isAfter(licence.validTo()));
    }

    /** From the holders down, as far as licences of a kind lead. */
    private final class Walk {
        /** By licensee: the first licence found that leads there. */
        final Map<String, Licence> reached = new HashMap<>();
        /** By party that may grant licences itself: the licence that lets it. */
        final Map<String, Licence> grantedBy = new HashMap<>();

        Walk(Predicate<Licence> counts) {
            Deque<String> licensors = new ArrayDeque<>(holders.stream().sorted().toList());
            Set<String> seen = new HashSet<>(holders);
            while (!licensors.isEmpty()) {
                for (Licence licence : byLicensor.getOrDefault(licensors.remove(), List.of())) {
                    if (counts.test(licence)) {
                        reached.putIfAbsent(licence.licensee(), licence);
                        if (licence.sublicensable() && seen.add(licence.licensee())) {
                            grantedBy.put(licence.licensee(), licence);
                            licensors.add(licence.licensee());
                        }
                    }
                }
            }
        }
    }
}
