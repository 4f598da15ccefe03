package org.quaymark.inspection.decision;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Site;

/**
 * The same GTIN and serial seen at two sites too far apart for the time between: by great circle, at 900 km/h (or what the policy
 * says), both clocks taken to be off in the goods' favour. Of several sightings at one other site only the nearest in time is
 * named, so that each pair of sites is found once.
 */
final class SerialCloned implements Rule {
    private static final double MILLIS_PER_HOUR = Duration.ofHours(1).toMillis();

    /** An earlier sighting that this one cannot follow. */
    private record Apart(History.Seen seen, double kilometres, Duration between) {}

    @Override
    public FindingCode code() {
        return FindingCode.SERIAL_CLONED;
    }

    @Override
    public Subject subject() {
        return Subject.ITEM;
    }

    @Override
    public List<Found> judge(Circumstances c) {
        List<History.Seen> sightings = c.sightings();
        if (sightings.isEmpty()) {
            return List.of();
        }
        Map<String, Apart> bySite = new TreeMap<>();
        for (History.Seen seen : sightings) {
            Apart apart = apart(seen, c);
            if (apart != null) {
                bySite.merge(seen.site(), apart, SerialCloned::nearer);
            }
        }
        return bySite.values().stream()
                .map(apart -> new Found(detail(c, apart)))
                .toList();
    }

    private static @Nullable Apart apart(History.Seen seen, Circumstances c) {
        Site here = c.registry().site(c.scan().site());
        Site there = c.registry().site(seen.site());
        if (here == null || there == null || seen.site().equals(c.scan().site())) {
            return null;
        }
        Double kilometres = kilometres(here, there);
        if (kilometres == null) {
            return null;
        }
        Duration between = Duration.between(seen.at(), c.scan().at()).abs();
        Duration longest = between.plus(uncertainty(seen.clockUncertaintySeconds()))
                .plus(uncertainty(c.history().clockUncertaintySeconds(c.scan())));
        double reach = c.thresholds().travelKilometresPerHour() * (longest.toMillis() / MILLIS_PER_HOUR);
        return kilometres > reach ? new Apart(seen, kilometres, between) : null;
    }

    private static Duration uncertainty(long seconds) {
        return Duration.ofSeconds(Math.max(0, seconds));
    }

    private static @Nullable Double kilometres(Site a, Site b) {
        if (a.latitude() == null || a.longitude() == null || b.latitude() == null || b.longitude() == null) {
            return null;
        }
        return GreatCircle.kilometres(a.latitude(), a.longitude(), b.latitude(), b.longitude());
    }

    private static Apart nearer(Apart a, Apart b) {
        return b.between().compareTo(a.between()) < 0 ? b : a;
    }

    private static Map<String, String> detail(Circumstances c, Apart apart) {
        Map<String, String> detail = c.detail();
        detail.put("site", c.scan().site());
        detail.put("otherScan", apart.seen().scan());
        detail.put("otherSite", apart.seen().site());
        detail.put("otherAt", apart.seen().at().toString());
        detail.put("kilometres", String.valueOf(Math.round(apart.kilometres())));
        detail.put("seconds", String.valueOf(apart.between().toSeconds()));
        return detail;
    }
}
