package org.quaymark.sim.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.quaymark.process.settings.Failure;
import org.quaymark.sim.deployment.HubProcess;
import org.quaymark.sim.deployment.Waiting;
import org.quaymark.sim.mqtt.Broker;
import org.quaymark.sim.replay.Plan;
import org.quaymark.sim.replay.Replay;
import org.quaymark.sim.score.VerdictLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scanners at every site, and a worker for each site and for the hubs that strikes one fault after the other, spread over the time. */
final class Campaign {
    private static final Logger LOG = LoggerFactory.getLogger(Campaign.class);
    /** Of scanners, once the last fault is due: on a slow machine most is answered then. */
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private static final Duration RESPITE = Duration.ofSeconds(1);
    private static final Duration SUPERVISION = Duration.ofSeconds(1);

    private final Grounds grounds;
    private final Plans plans;
    private final Strikes strikes;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger endedByThemselves = new AtomicInteger();
    private final ConcurrentLinkedQueue<Struck> struck = new ConcurrentLinkedQueue<>();

    /**
     * What is asked for.
     *
     * @param scans over all sites
     * @param scale share of the whole campaign's faults
     */
    record Plans(int scans, double scale, Duration time, long seed) {
        double rateOfSite(int sites) {
            return (double) scans / sites / time.toSeconds();
        }
    }

    /** One fault and its end. */
    record Struck(FaultKind kind, String where, long recoveryMillis) {}

    /**
     * What the scanners saw, and what was done meanwhile.
     *
     * @param endedByThemselves edges and hubs that ended without being killed, and were started again
     */
    record Fought(
            List<VerdictLine> verdicts,
            int contradictions,
            int repeats,
            int notRecorded,
            int endedByThemselves,
            List<Struck> struck) {}

    Campaign(Grounds grounds, Plans plans) {
        this.grounds = grounds;
        this.plans = plans;
        this.strikes = new Strikes(grounds, new Random(plans.seed()));
    }

    Fought fight() throws InterruptedException {
        List<CompletableFuture<Replay.Result>> scanning = new ArrayList<>();
        int sites = grounds.sites().size();
        for (int i = 0; i < sites; i++) {
            Site site = grounds.sites().get(i);
            var scans = NumberedScans.of(site.id(), 1 + i * plans.scans(), plans.scans() / sites);
            site.answers().expect(scans.size());
            Plan plan = Plan.atRate(
                            new Broker("tcp://127.0.0.1:" + site.scanners().port(), null, null),
                            plans.rateOfSite(sites))
                    .givingUpAfter(plans.time().plus(PATIENCE))
                    .impatient();
            scanning.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return new Replay(plan).play(scans, site.answers());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new Failure("interrupted", e);
                }
            }));
        }
        List<Thread> workers = workers();
        workers.add(new Thread(this::supervise, "supervisor"));
        workers.forEach(Thread::start);
        List<VerdictLine> verdicts = new ArrayList<>();
        int contradictions = 0;
        int repeats = 0;
        int notRecorded = 0;
        try {
            for (CompletableFuture<Replay.Result> one : scanning) {
                Replay.Result result = one.join();
                verdicts.addAll(result.verdicts());
                contradictions += result.contradictions();
                repeats += result.repeats();
                notRecorded += result.notRecorded();
            }
        } catch (CompletionException e) {
            throw new Failure("the scanners ended: " + e.getCause(), e);
        } finally {
            over.set(true);
        }
        for (Thread worker : workers) {
            worker.join();
        }
        return new Fought(verdicts, contradictions, repeats, notRecorded, endedByThemselves.get(), List.copyOf(struck));
    }

    private void supervise() {
        while (!Waiting.until(SUPERVISION, over::get)) {
            int ended = grounds.startAgainWhatEnded();
            if (ended > 0) {
                LOG.warn("{} ended by themselves and were started again", ended);
                endedByThemselves.addAndGet(ended);
            }
        }
    }

    /** Faults of sites are spread over the sites in turn, so that none is idle; a site's links have a worker of their own. */
    private List<Thread> workers() {
        Random random = new Random(plans.seed());
        Map<Target, List<FaultKind>> ofSites = new java.util.LinkedHashMap<>();
        List<FaultKind> ofHubs = new ArrayList<>();
        Map<FaultKind, Integer> turn = new EnumMap<>(FaultKind.class);
        for (FaultKind kind : FaultKind.values()) {
            for (int i = 0; i < kind.times(plans.scale()) && strikes.canBe(kind); i++) {
                if (kind == FaultKind.HUB_KILL || kind == FaultKind.POSTGRES_KILL) {
                    ofHubs.add(kind);
                } else {
                    List<Site> able = grounds.sites().stream()
                            .filter(site -> able(site, kind))
                            .toList();
                    Site next = able.get(turn.merge(kind, 1, Integer::sum) % able.size());
                    ofSites.computeIfAbsent(new Target(next, ofLink(kind)), target -> new ArrayList<>())
                            .add(kind);
                }
            }
        }
        List<Thread> workers = new ArrayList<>();
        ofSites.forEach((target, kinds) -> {
            Collections.shuffle(kinds, random);
            workers.add(worker("strikes-" + target, kinds, kind -> strike(target.site(), kind)));
        });
        Collections.shuffle(ofHubs, random);
        int[] next = {0};
        workers.add(worker("strikes-hubs", ofHubs, kind -> {
            HubProcess hub = grounds.hubs().get(next[0]++ % grounds.hubs().size());
            struck.add(new Struck(kind, "hub", strikes.at(hub, kind).recoveryMillis()));
        }));
        return workers;
    }

    /** A silent link takes its time to be noticed: meanwhile other faults go on at the site. */
    private record Target(Site site, boolean links) {
        @Override
        public String toString() {
            return site.id() + (links ? "-links" : "");
        }
    }

    private static boolean ofLink(FaultKind kind) {
        return kind == FaultKind.LINK_CUT || kind == FaultKind.HALF_OPEN;
    }

    private static boolean able(Site site, FaultKind kind) {
        return switch (kind) {
            case BROKER_KILL -> site.broker() != null;
            case DISK_FULL -> site.disk() != null;
            case EDGE_KILL, HUB_KILL, LINK_CUT, HALF_OPEN, CLOCK_JUMP, POSTGRES_KILL -> true;
        };
    }

    private void strike(Site site, FaultKind kind) {
        struck.add(new Struck(kind, site.id(), strikes.at(site, kind).recoveryMillis()));
    }

    /** Strikes at even times, or, where the one before took too long, once there was some time to work. */
    private Thread worker(String name, List<FaultKind> kinds, java.util.function.Consumer<FaultKind> strike) {
        return new Thread(
                () -> {
                    long start = System.nanoTime();
                    long apart = plans.time().toNanos() / (kinds.size() + 1);
                    for (int i = 0; i < kinds.size(); i++) {
                        long due = Math.max(start + (i + 1) * apart, System.nanoTime() + RESPITE.toNanos());
                        Waiting.until(Duration.ofNanos(Math.max(0, due - System.nanoTime())), over::get);
                        FaultKind kind = kinds.get(i);
                        // A kind that was not seen yet is seen, also by scanners that are done.
                        if (over.get() && struck.stream().anyMatch(one -> one.kind() == kind)) {
                            continue;
                        }
                        try {
                            strike.accept(kind);
                        } catch (RuntimeException e) {
                            LOG.error("{}: {} could not be done", name, kind, e);
                        }
                    }
                },
                name);
    }
}
