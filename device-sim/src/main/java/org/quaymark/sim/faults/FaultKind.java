package org.quaymark.sim.faults;

import java.util.Locale;

/** What a campaign does to a deployment, and how often in the whole one. */
enum FaultKind {
    /** SIGKILL of an edge agent (its embedded broker dies with it), and a new process on the same data. */
    EDGE_KILL(200),
    /** SIGKILL of a hub process. */
    HUB_KILL(100),
    /** SIGKILL of the broker that stands alone. */
    BROKER_KILL(50),
    /** Every connection of a link is reset. */
    LINK_CUT(100),
    /** Every connection of a link goes silent without being closed. */
    HALF_OPEN(50),
    /** SIGKILL of the database server. */
    POSTGRES_KILL(20),
    /** The edge's disk is full for a while. */
    DISK_FULL(10),
    /** The edge's wall clock is a day ahead or behind for a while. */
    CLOCK_JUMP(10);

    private final int times;

    FaultKind(int times) {
        this.times = times;
    }

    /** How often in a campaign of that scale: at least once, or never at scale 0. */
    int times(double scale) {
        return scale <= 0 ? 0 : Math.max(1, (int) Math.round(times * scale));
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
