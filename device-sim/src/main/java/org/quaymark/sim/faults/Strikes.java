package org.quaymark.sim.faults;

import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.quaymark.sim.deployment.HubProcess;
import org.quaymark.sim.deployment.Waiting;

/** Does a fault, and waits until what it hit does its work again. */
final class Strikes {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LASTING = Duration.ofSeconds(3);

    private final Grounds grounds;
    private final Random random;

    Strikes(Grounds grounds, Random random) {
        this.grounds = grounds;
        this.random = random;
    }

    /** Whether the deployment has what that fault hits. */
    boolean canBe(FaultKind kind) {
        return switch (kind) {
            case EDGE_KILL, HUB_KILL, LINK_CUT, HALF_OPEN, CLOCK_JUMP -> true;
            case BROKER_KILL -> grounds.sites().stream().anyMatch(site -> site.broker() != null);
            case POSTGRES_KILL -> grounds.postgres() != null;
            case DISK_FULL -> grounds.sites().stream().anyMatch(site -> site.disk() != null);
        };
    }

    /** What it takes where a fault cannot be. */
    static String needs(FaultKind kind) {
        return switch (kind) {
            case BROKER_KILL -> "Mosquitto is not installed";
            case POSTGRES_KILL -> "the server of PostgreSQL is not installed";
            case DISK_FULL -> "a file system of its own takes Linux and root";
            case EDGE_KILL, HUB_KILL, LINK_CUT, HALF_OPEN, CLOCK_JUMP -> "nothing";
        };
    }

    /** Strikes at a site; how long it took to recover, from the end of the fault, null where it did not in two minutes. */
    Outcome at(Site site, FaultKind kind) {
        return switch (kind) {
            case EDGE_KILL -> afterwards(site, () -> site.edge().killAndStartAgain());
            case BROKER_KILL -> afterwards(site, () -> requireBroker(site).killAndStartAgain());
            case LINK_CUT -> link(site, LinkProxy::cut);
            case HALF_OPEN -> link(site, LinkProxy::goSilent);
            case DISK_FULL -> {
                SmallDisk disk = site.disk();
                if (disk == null) {
                    throw new IllegalArgumentException(site.id() + " has no disk of its own");
                }
                yield afterwards(site, () -> {
                    disk.fill();
                    last();
                    disk.free();
                });
            }
            case CLOCK_JUMP -> {
                Duration by = Duration.ofDays(random.nextBoolean() ? 1 : -1);
                yield afterwards(site, () -> {
                    site.clock().move(by);
                    last();
                    site.clock().move(Duration.ZERO);
                });
            }
            case HUB_KILL, POSTGRES_KILL -> throw new IllegalArgumentException(kind + " does not hit a site");
        };
    }

    /** Strikes at a hub, or the database of all. */
    Outcome at(HubProcess hub, FaultKind kind) {
        Runnable fault = kind == FaultKind.POSTGRES_KILL
                ? () -> {
                    Postgres postgres = grounds.postgres();
                    if (postgres == null) {
                        throw new IllegalStateException("no PostgreSQL");
                    }
                    postgres.killAndStartAgain();
                }
                : hub::killAndStartAgain;
        return recovered(fault, () -> grounds.hubs().stream().allMatch(HubProcess::isReady));
    }

    /**
     * What came of a strike.
     *
     * @param recoveryMillis -1 where it did not recover
     */
    record Outcome(long recoveryMillis) {}

    /** Recovered when the edge is ready and one of its scanners has a verdict again. */
    private static Outcome afterwards(Site site, Runnable fault) {
        int[] ready = {-1};
        return recovered(fault, () -> {
            if (ready[0] < 0 && site.edge().isReady()) {
                ready[0] = site.answers().count();
            }
            return ready[0] >= 0
                    && (site.answers().count() > ready[0] || site.answers().complete());
        });
    }

    private Outcome link(Site site, java.util.function.Consumer<LinkProxy> fault) {
        LinkProxy link = random.nextBoolean() ? site.scanners() : site.hub();
        long before = link.connections();
        long now = System.nanoTime();
        return recovered(
                () -> fault.accept(link),
                () -> link.repliedSince(now, before) || site.answers().complete());
    }

    private static Outcome recovered(Runnable fault, BooleanSupplier works) {
        fault.run();
        long ended = System.nanoTime();
        boolean back = Waiting.until(PATIENCE, works);
        return new Outcome(back ? (System.nanoTime() - ended) / 1_000_000 : -1);
    }

    private static Mosquitto requireBroker(Site site) {
        if (site.broker() == null) {
            throw new IllegalArgumentException(site.id() + " has no broker that stands alone");
        }
        return site.broker();
    }

    private static void last() {
        // the fault is to last: nothing is waited for
        Waiting.until(LASTING, () -> false);
    }
}
