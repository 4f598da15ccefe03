package org.quaymark.sim.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.sim.score.VerdictLine;

/** Compares what the scanners saw with what the edges' journals and the hub have. */
final class Checker {
    private static final int NAMED = 20;

    private final Map<String, Copies> hub = new HashMap<>();
    private final Map<String, Copies> journals = new HashMap<>();
    private final boolean pruned;
    private final List<String> unanswered = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> differing = new ArrayList<>();

    private Checker(Iterable<JsonNode> sightings, List<EdgeJournal> edges) {
        for (JsonNode sighting : sightings) {
            hub.merge(
                    sighting.path("scan").asText(),
                    new Copies(1, sighting.path("verdict").asText()),
                    Copies::and);
        }
        for (EdgeJournal edge : edges) {
            edge.scans().forEach((scan, copies) -> journals.merge(scan, copies, Copies::and));
        }
        pruned = edges.stream().anyMatch(edge -> edge.pruned() > 0);
    }

    /**
     * What is wrong; each names its scans, the first twenty.
     *
     * @param unanswered scans that never had a verdict
     * @param wrong scans whose verdict is not the right one
     * @param lost scans with a verdict that the hub, or no edge's journal, has; a journal that has forgotten confirmed
     *     entries need not have those
     * @param doubled scans that the hub or the journals have more than once
     * @param differing scans of which the hub or a journal has another verdict than the scanner saw
     */
    record Found(Named unanswered, Named wrong, Named lost, Named doubled, Named differing) {}

    /** A count, and the first names. */
    record Named(int count, List<String> first) {}

    static Found check(List<VerdictLine> seen, Iterable<JsonNode> sightings, List<EdgeJournal> edges) {
        Checker checker = new Checker(sightings, edges);
        seen.forEach(checker::check);
        return new Found(
                named(checker.unanswered),
                named(checker.wrong),
                named(checker.lost),
                named(checker.doubled),
                named(checker.differing));
    }

    private void check(VerdictLine line) {
        String scan = line.scan();
        String verdict = line.verdict();
        Copies atHub = hub.get(scan);
        Copies atEdge = journals.get(scan);
        if (verdict == null) {
            unanswered.add(scan);
        } else {
            if (!verdict.equals(NumberedScans.expected(scan))) {
                wrong.add(scan + " " + verdict + " " + line.findings());
            }
            boolean lostAtEdge = atEdge == null && !(pruned && atHub != null);
            if (atHub == null || lostAtEdge) {
                lost.add(scan + (atHub != null ? " in the journal" : lostAtEdge ? "" : " at the hub"));
            }
            differs(scan, verdict, atHub, "at the hub");
            differs(scan, verdict, atEdge, "in the journal");
        }
        boolean twiceAtHub = atHub != null && atHub.times() > 1;
        boolean twiceAtEdge = atEdge != null && atEdge.times() > 1;
        if (twiceAtHub || twiceAtEdge) {
            doubled.add(scan + (!twiceAtEdge ? " at the hub" : !twiceAtHub ? " in the journal" : ""));
        }
    }

    private void differs(String scan, String seen, @Nullable Copies there, String where) {
        if (there != null && !there.verdict().equals(seen)) {
            differing.add(scan + ": " + seen + " seen, " + there.verdict() + " " + where);
        }
    }

    static Named named(List<String> all) {
        return new Named(all.size(), List.copyOf(all.subList(0, Math.min(NAMED, all.size()))));
    }
}
