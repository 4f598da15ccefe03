package org.quaymark.hub.detection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.detection.BatchClaims.Batch;
import org.quaymark.inspection.decision.GreatCircle;
import org.quaymark.inspection.registry.Site;

/**
 * Which sightings are worth the rules' judgement. Nearly every unit is seen at several docks on its way and nothing is wrong
 * with it: those are left out here, by arithmetic alone and never one that a rule would find. Pure.
 */
final class PairSuspects {
    private final Map<String, Site> sites;
    private final int kilometresPerHour;

    PairSuspects(Map<String, Site> sites, int kilometresPerHour) {
        this.sites = sites;
        this.kilometresPerHour = kilometresPerHour;
    }

    /** The later ones of those pairs of a unit's sightings that have one of the batch in them and may be wrong. */
    List<Sighted> among(List<Sighted> sightings, Batch batch) {
        TreeSet<Sighted> later = new TreeSet<>(Sighted.ORDER);
        for (int i = 0; i < sightings.size(); i++) {
            for (int j = i + 1; j < sightings.size(); j++) {
                Sighted a = sightings.get(i);
                Sighted b = sightings.get(j);
                if ((batch.has(a.entry()) || batch.has(b.entry())) && !a.isSameScan(b) && mayBeWrong(a, b)) {
                    later.add(b);
                }
            }
        }
        return new ArrayList<>(later);
    }

    private boolean mayBeWrong(Sighted a, Sighted b) {
        return (a.parcel() != null && b.parcel() != null && !a.parcel().equals(b.parcel())) || isTooFar(a, b);
    }

    private boolean isTooFar(Sighted a, Sighted b) {
        Double kilometres = kilometres(a, b);
        if (kilometres == null) {
            return false;
        }
        double hours = (Duration.between(a.at(), b.at()).abs().toMillis() / 1_000.0 + a.offSeconds() + b.offSeconds())
                / Duration.ofHours(1).toSeconds();
        return kilometres > kilometresPerHour * hours;
    }

    /** Between two sightings' sites; null where they are at one, or the registry does not say where they are. */
    @Nullable
    Double kilometres(Sighted a, Sighted b) {
        Site here = sites.get(a.site());
        Site there = sites.get(b.site());
        if (here == null || there == null || a.site().equals(b.site())) {
            return null;
        }
        if (here.latitude() == null
                || here.longitude() == null
                || there.latitude() == null
                || there.longitude() == null) {
            return null;
        }
        return GreatCircle.kilometres(here.latitude(), here.longitude(), there.latitude(), there.longitude());
    }
}
