package org.quaymark.sim.faults;

/**
 * How often somebody has a scan, and its verdict.
 *
 * @param verdict of the first copy
 */
record Copies(int times, String verdict) {
    Copies and(Copies more) {
        return new Copies(times + more.times, verdict);
    }
}
