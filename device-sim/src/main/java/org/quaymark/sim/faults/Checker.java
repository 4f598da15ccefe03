package org.quaymark.sim.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quaymark.sim.score.VerdictLine;

/** Compares what the scanners saw with what the hub has. */
final class Checker {
    private static final int NAMED = 20;

    private Checker() {}

    /**
     * What is wrong; each names its scans, the first twenty.
     *
     * @param unanswered scans that never had a verdict
     * @param wrong scans whose verdict is not the right one
     * @param lost scans with a verdict that the hub does not have
     * @param doubled scans that the hub has more than once
     * @param differing scans of which the hub has another verdict than the scanner saw
     */
    record Found(Named unanswered, Named wrong, Named lost, Named doubled, Named differing) {}

    /** A count, and the first names. */
    record Named(int count, List<String> first) {}

    private record AtHub(int times, String verdict) {}

    static Found check(List<VerdictLine> seen, Iterable<JsonNode> sightings) {
        Map<String, AtHub> hub = new HashMap<>();
        for (JsonNode sighting : sightings) {
            hub.merge(
                    sighting.path("scan").asText(),
                    new AtHub(1, sighting.path("verdict").asText()),
                    (one, other) -> new AtHub(one.times() + other.times(), one.verdict()));
        }
        List<String> unanswered = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        List<String> differing = new ArrayList<>();
        for (VerdictLine line : seen) {
            AtHub there = hub.get(line.scan());
            if (line.verdict() == null) {
                unanswered.add(line.scan());
            } else {
                if (!line.verdict().equals(NumberedScans.expected(line.scan()))) {
                    wrong.add(line.scan() + " " + line.verdict() + " " + line.findings());
                }
                if (there == null) {
                    lost.add(line.scan());
                } else if (!there.verdict().equals(line.verdict())) {
                    differing.add(line.scan() + ": " + line.verdict() + " seen, " + there.verdict() + " at the hub");
                }
            }
            if (there != null && there.times() > 1) {
                doubled.add(line.scan());
            }
        }
        return new Found(named(unanswered), named(wrong), named(lost), named(doubled), named(differing));
    }

    private static Named named(List<String> all) {
        return new Named(all.size(), List.copyOf(all.subList(0, Math.min(NAMED, all.size()))));
    }
}
