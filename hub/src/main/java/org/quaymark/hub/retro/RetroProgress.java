package org.quaymark.hub.retro;

import jakarta.inject.Singleton;
import java.util.List;

/** What is being decided again, and how much is left. */
@Singleton
public final class RetroProgress {
    private static final int MOST = 20;

    private final Tasks tasks;
    private final Planner planner;

    RetroProgress(Tasks tasks, Planner planner) {
        this.tasks = tasks;
        this.planner = planner;
    }

    /**
     * What is left.
     *
     * @param changes of the registry that nobody has looked at yet
     * @param sightings to decide again, about: of those found when it was planned
     * @param tasks those next in turn
     */
    public record Progress(long changes, long sightings, List<Part> tasks) {
        /** Whether there is nothing. */
        public boolean isDone() {
            return changes == 0 && sightings == 0;
        }
    }

    /**
     * A part of it.
     *
     * @param change the registry's last change it is for
     * @param touched in words: {@code lot 09506000134369 R1}
     */
    public record Part(long change, String touched, long sightings, long done) {}

    /** As it is now. */
    public Progress now() {
        return new Progress(
                planner.behind(),
                tasks.left().sightings(),
                tasks.waiting(MOST).stream()
                        .map(task -> new Part(task.sequence(), words(task.touched()), task.expected(), task.done()))
                        .toList());
    }

    private static String words(Touched touched) {
        if (touched instanceof Touched.Lot lot) {
            return "lot " + lot.gtin() + (lot.lot() == null ? "" : " " + lot.lot());
        }
        if (touched instanceof Touched.Units units) {
            return "units " + units.gtin() + " (" + units.serials().size() + ")";
        }
        if (touched instanceof Touched.Parcels parcels) {
            return "parcels (" + parcels.parcels().size() + ")";
        }
        if (touched instanceof Touched.Consignor consignor) {
            return "consignor " + consignor.consignor();
        }
        if (touched instanceof Touched.Site site) {
            return "site " + site.site();
        }
        throw new IllegalStateException("no words for " + touched);
    }
}
