package org.quaymark.hub.detection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.casework.SightingPair;
import org.quaymark.hub.casework.Suspicion;
import org.quaymark.hub.detection.UnitSightings.Unit;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.decision.History;
import org.quaymark.inspection.decision.Inspector;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.registry.Registry;

/**
 * Has the rules themselves judge a sighting with what was seen of its unit before: the same ones that a dock decides by, with
 * their caps for lapsed rights and clearances. Pure.
 */
final class PairJudge {
    private final Inspector inspector;

    PairJudge(Inspector inspector) {
        this.inspector = inspector;
    }

    /** What is to be reported of a scan and the sightings before it; mostly nothing or one. */
    List<SightingPair> judge(
            Unit unit, Sighted later, Scan scan, List<Sighted> before, Registry registry, PairSuspects suspects) {
        List<SightingPair> pairs = new ArrayList<>();
        for (Finding finding : inspector
                .inspect(scan, registry, new Before(unit, later, before), Locale.ENGLISH)
                .findings()) {
            boolean aboutPairs =
                    finding.code() == FindingCode.SERIAL_CLONED || finding.code() == FindingCode.SERIAL_REUSED;
            Sighted earlier = aboutPairs ? named(finding, before) : null;
            if (earlier != null && (finding.effect() == Effect.REVIEW || finding.effect() == Effect.HOLD)) {
                pairs.add(pair(unit, finding, earlier, later, suspects));
            }
        }
        return pairs;
    }

    private static @Nullable Sighted named(Finding finding, List<Sighted> before) {
        Map<String, String> detail = finding.detail();
        for (int i = before.size() - 1; i >= 0; i--) {
            Sighted earlier = before.get(i);
            if (earlier.scan().equals(detail.get("otherScan"))
                    && earlier.site().equals(detail.get("otherSite"))
                    && earlier.at().toString().equals(detail.get("otherAt"))) {
                return earlier;
            }
        }
        return null;
    }

    private static SightingPair pair(
            Unit unit, Finding finding, Sighted earlier, Sighted later, PairSuspects suspects) {
        boolean cloned = finding.code() == FindingCode.SERIAL_CLONED;
        Double kilometres = cloned ? suspects.kilometres(earlier, later) : null;
        Suspicion by = new Suspicion(
                later.entry().edge(),
                later.entry().generation(),
                later.entry().sequence(),
                later.scan(),
                later.site(),
                later.dock(),
                later.device(),
                later.at(),
                finding.effect(),
                List.of(finding),
                null,
                unit.gtin(),
                later.lot(),
                unit.serial(),
                later.consignor());
        return new SightingPair(
                unit.gtin(),
                unit.serial(),
                finding,
                earlier.entry(),
                later.entry(),
                by,
                kilometres == null ? null : Math.round(kilometres),
                Duration.between(earlier.at(), later.at()).abs().toSeconds(),
                earlier.offSeconds() + later.offSeconds(),
                cloned ? PairKeys.ofClones(earlier, later) : PairKeys.ofReuse(unit, earlier, later));
    }

    /** What was seen of the one unit. */
    private record Before(Unit unit, Sighted later, List<Sighted> before) implements History {
        @Override
        public List<Seen> sightingsOf(String gtin, String serial) {
            if (!unit.equals(new Unit(gtin, serial))) {
                return List.of();
            }
            return before.stream()
                    .map(seen -> new Seen(
                            seen.scan(),
                            seen.at(),
                            seen.site(),
                            seen.device(),
                            seen.parcel(),
                            seen.offSeconds(),
                            seen.letGo()))
                    .toList();
        }

        @Override
        public long clockUncertaintySeconds(Scan scan) {
            return later.offSeconds();
        }
    }
}
