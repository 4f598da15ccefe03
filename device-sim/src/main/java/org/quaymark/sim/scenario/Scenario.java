package org.quaymark.sim.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quaymark.inspection.registry.RegistryRecord;

/**
 * A scenario: what the registry holds, what is scanned, and what is true of it.
 *
 * @param scans in the order of their times
 * @param truths one for each scan, in the same order
 */
public record Scenario(List<RegistryRecord> registry, List<ScanLine> scans, List<TruthLine> truths) {

    /** Ids of the scans that are of goods: what workers say with the printed sheet is journalled and is no sighting. */
    public Set<String> ofGoods() {
        return truths.stream()
                .filter(line -> !line.truth().equals(Truth.CONTROL.wireName()))
                .map(TruthLine::scan)
                .collect(Collectors.toSet());
    }

    /**
     * What is asked for.
     *
     * @param seed the same seed with the same request gives the same scenario, byte for byte
     * @param start time of the first scan
     * @param timed whether devices say when they scanned; where they do not, a scan's time is that of its arrival
     */
    public record Request(long seed, int parcels, int docks, int sites, Instant start, boolean timed) {
        /** With devices that say when they scanned. */
        public Request(long seed, int parcels, int docks, int sites, Instant start) {
            this(seed, parcels, docks, sites, start, true);
        }
    }
}
