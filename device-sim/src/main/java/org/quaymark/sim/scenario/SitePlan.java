package org.quaymark.sim.scenario;

import java.util.List;
import java.util.stream.IntStream;
import org.quaymark.inspection.registry.Site;

/** A site of a scenario and its docks. */
record SitePlan(Site record, List<String> docks) {
    private static final List<Site> SITES = List.of(
            new Site("HAM1", "Hamburg 1", "DE", 53.51, 9.93, "Europe/Berlin"),
            new Site("CDG1", "Paris Roissy 1", "FR", 49.01, 2.55, "Europe/Paris"),
            new Site("MXP1", "Milano Malpensa 1", "IT", 45.63, 8.72, "Europe/Rome"),
            new Site("AMS1", "Amsterdam 1", "NL", 52.31, 4.76, "Europe/Amsterdam"));

    /** The most sites a scenario can have. */
    static final int MAX_SITES = SITES.size();

    /** Docks spread over the first so many sites. */
    static List<SitePlan> of(int sites, int docks) {
        return SITES.stream()
                .limit(sites)
                .map(site -> new SitePlan(
                        site,
                        IntStream.range(0, docks)
                                .filter(dock -> dock % sites == SITES.indexOf(site))
                                .mapToObj(dock -> "dock-" + (dock + 1))
                                .toList()))
                .toList();
    }
}
