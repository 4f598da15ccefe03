package org.quaymark.edge.scanner.image;

import java.util.List;

/**
 * What was read on one image, and how.
 *
 * @param steps the rungs that were climbed, in their order
 * @param complete whether the ladder came to its end, or to codes, before the deadline
 */
public record ImageReading(List<Found> found, List<Step> steps, boolean complete) {
    /**
     * One rung.
     *
     * @param nanos how long it took
     * @param found how many codes that no rung before had
     */
    public record Step(String rung, long nanos, int found) {}

    public ImageReading {
        found = List.copyOf(found);
        steps = List.copyOf(steps);
    }
}
