package org.quaymark.sim.demo;

/**
 * What of a run arrived behind the dock.
 *
 * @param scans scans that were answered
 * @param atHub of those, how many the hub has a sighting of
 * @param twice scans of which the hub has more than one sighting
 * @param cases cases at the hub
 * @param alerts alerts that should have gone out: one a case and endpoint
 * @param delivered alerts that customs and the platform took
 * @param answered cases that customs decided and the hub took the answer of
 */
record Arrivals(int scans, int atHub, int twice, int cases, int alerts, int delivered, int answered) {
    boolean complete() {
        return atHub == scans && twice == 0 && delivered >= alerts && answered >= cases;
    }
}
