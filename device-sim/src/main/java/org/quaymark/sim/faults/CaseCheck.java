package org.quaymark.sim.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.quaymark.sim.deployment.Waiting;
import org.quaymark.sim.score.VerdictLine;

/** Compares what was held with what the officers have: every held unit has its case, and one only. */
final class CaseCheck {
    private static final Duration DETECTION = Duration.ofMinutes(1);

    private CaseCheck() {}

    /**
     * What is wrong.
     *
     * @param missing held scans that no case was opened for
     * @param doubled held scans with several cases, or with one that counts the scan more than once
     * @param unfounded cases of units that nobody held
     */
    record Found(Checker.Named missing, Checker.Named doubled, Checker.Named unfounded) {
        boolean isGood() {
            return missing.count() == 0 && doubled.count() == 0 && unfounded.count() == 0;
        }
    }

    /** Waits until there are as many cases as there should be: they are opened after the sightings are there. */
    static Found check(List<VerdictLine> seen, Supplier<List<JsonNode>> cases) {
        Map<String, String> held = new HashMap<>();
        for (VerdictLine line : seen) {
            if ("HOLD".equals(line.verdict())) {
                held.put(NumberedScans.serial(line.scan()), line.scan());
            }
        }
        List<JsonNode> all = new ArrayList<>();
        Waiting.until(DETECTION, () -> {
            all.clear();
            all.addAll(cases.get());
            return all.size() >= held.size();
        });
        Map<String, Integer> counted = new HashMap<>();
        for (JsonNode one : all) {
            counted.merge(one.path("serial").asText(), one.path("sightings").asInt(), Integer::sum);
        }
        List<String> missing = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        held.forEach((serial, scan) -> {
            int times = counted.getOrDefault(serial, 0);
            if (times == 0) {
                missing.add(scan);
            } else if (times > 1) {
                doubled.add(scan);
            }
        });
        List<String> unfounded = counted.keySet().stream()
                .filter(serial -> !held.containsKey(serial))
                .toList();
        return new Found(Checker.named(missing), Checker.named(doubled), Checker.named(unfounded));
    }
}
