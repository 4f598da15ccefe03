package org.quaymark.sim.faults;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.quaymark.sim.deployment.EdgeProcess;
import org.quaymark.sim.replay.Progress;

/**
 * A site under the campaign.
 *
 * @param scanners the link between its scanners and its broker
 * @param hub the link between its edge and a hub
 * @param broker the broker that stands alone, null where the edge has its own
 * @param disk the edge's disk where it can be filled, null where not
 * @param clock the edge's clock
 */
record Site(
        String id,
        String edgeId,
        EdgeProcess edge,
        LinkProxy scanners,
        LinkProxy hub,
        @Nullable Mosquitto broker,
        @Nullable SmallDisk disk,
        MovedClock clock,
        Answers answers) {

    /** Counts the verdicts of a site's scanners. */
    static final class Answers implements Progress {
        private final AtomicInteger count = new AtomicInteger();
        private volatile int expected = Integer.MAX_VALUE;
        private final Progress shown;

        Answers(Progress shown) {
            this.shown = shown;
        }

        void expect(int scans) {
            expected = scans;
        }

        int count() {
            return count.get();
        }

        /** Whether no scanner waits any more, so that nothing can show that the site works again. */
        boolean complete() {
            return count.get() >= expected;
        }

        @Override
        public void step() {
            count.incrementAndGet();
            shown.step();
        }

        @Override
        public void close() {
            shown.close();
        }
    }
}
