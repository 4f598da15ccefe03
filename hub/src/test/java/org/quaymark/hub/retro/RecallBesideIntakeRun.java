package org.quaymark.hub.retro;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.quaymark.hub.Hub;
import org.quaymark.hub.OnBothDatabases;
import org.quaymark.hub.registry.RegistryAuthority;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Engine;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.inspection.registry.RegistryRecord;
import org.quaymark.process.json.RegistryJson;

/**
 * Intake without and beside a recall of a lot that was seen often, in one run, and then that every sighting was decided again
 * and has its case and interception: a command and no part of the suite.
 *
 * <pre>
 * mvn -q -pl inspection,process,hub test -Dtest=RecallBesideIntakeRun -Dsurefire.failIfNoSpecifiedTests=false
 *     -Dquaymark.sightings=100000 -Dquaymark.database=sqlite|postgresql -Dquaymark.seconds=30
 * </pre>
 */
class RecallBesideIntakeRun extends OnBothDatabases {
    private static final int SIGHTINGS = Integer.getInteger("quaymark.sightings", 20_000);
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(Integer.getInteger("quaymark.seconds", 20));
    private static final int LOADED = 2_000;
    private static final int BATCH = 100;

    private int next = 5_000_000;

    @Override
    protected Engine engine() {
        return Engine.valueOf(System.getProperty("quaymark.database", "sqlite").toUpperCase(Locale.ROOT));
    }

    @Test
    void aRecallIsWorkedOffWithoutSlowingIntake() throws Exception {
        Hub hub = serve();
        say(
                hub,
                "{\"type\":\"site\",\"id\":\"HAM1\",\"country\":\"DE\"}",
                "{\"type\":\"product\",\"gtin\":\"" + Dock.GTIN
                        + "\",\"brand\":\"Acme\",\"name\":\"Boot\",\"holder\":\"acme\",\"serialisation\":\"serial\"}",
                lot("released"),
                "{\"type\":\"serials\",\"gtin\":\"" + Dock.GTIN
                        + "\",\"lot\":\"R1\",\"from\":\"10000000\",\"to\":\"99999999\",\"status\":\"issued\"}");
        Dock dock = new Dock(hub, "edge-1", Policy.standard());
        for (int n = 0; n < SIGHTINGS; n += LOADED) {
            dock.many(n, Math.min(LOADED, SIGHTINGS - n));
        }
        await().atMost(Duration.ofMinutes(20)).until(() -> isIdle(hub));

        // once for nothing: the first seconds are the compiler's
        intake(hub, dock, WINDOW / 2);
        Intake without = intake(hub, dock, WINDOW);
        long began = System.nanoTime();
        say(hub, lot("recalled"));
        await().until(() -> hub.part(Tasks.class).left().tasks() > 0);
        Intake beside = intake(hub, dock, WINDOW);
        long meanwhile = count(hub, "SELECT COUNT(*) FROM retro_verdict");
        await().atMost(Duration.ofMinutes(40))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> isIdle(hub));
        double took = (System.nanoTime() - began) / 1e9;

        long again = count(
                hub,
                "SELECT COUNT(DISTINCT s.sequence) FROM retro_verdict r JOIN sighting s ON s.edge = r.edge"
                        + " AND s.generation = r.generation AND s.sequence = r.sequence WHERE s.lot = 'R1' AND r.verdict = 'HOLD'");
        long cases = count(hub, "SELECT COUNT(*) FROM case_file WHERE interception IS NOT NULL AND lot = 'R1'");
        long interceptions = count(hub, "SELECT COUNT(*) FROM registry_record WHERE type = 'interception'");
        System.out.printf(
                Locale.ROOT,
                "%s, a lot seen on %d sightings%nintake without its recall: %s%nbeside it: %s%nratio %.2f of the entries a"
                        + " second, p99 x %.2f; %d of it done meanwhile%nall done %.1f s after the recall: decided again %d,"
                        + " cases %d, interceptions %d%n",
                engine(),
                SIGHTINGS,
                without,
                beside,
                beside.perSecond() / without.perSecond(),
                beside.p99() / without.p99(),
                meanwhile,
                took,
                again,
                cases,
                interceptions);
        assertEquals(SIGHTINGS, again, "decided again");
        assertEquals(SIGHTINGS, cases, "cases with an interception");
        assertEquals(SIGHTINGS, interceptions, "interceptions");
        assertTrue(beside.perSecond() >= 0.8 * without.perSecond(), "intake keeps four fifths of its throughput");
    }

    /** What intake did: batches one after the other. */
    private record Intake(double perSecond, double p50, double p99) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.0f entries a second, a batch of %d p50 %.1f ms, p99 %.1f ms",
                    perSecond,
                    BATCH,
                    p50,
                    p99);
        }
    }

    private Intake intake(Hub hub, Dock dock, long window) {
        List<Long> times = new ArrayList<>();
        long start = System.nanoTime();
        while (System.nanoTime() - start < window) {
            long began = System.nanoTime();
            dock.others(next, BATCH);
            times.add(System.nanoTime() - began);
            next += BATCH;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        int batches = times.size();
        Collections.sort(times);
        return new Intake(batches * BATCH / seconds, times.get(batches / 2) / 1e6, times.get(batches * 99 / 100) / 1e6);
    }

    private static boolean isIdle(Hub hub) {
        return hub.part(RetroProgress.class).now().isDone()
                && count(hub, "SELECT COUNT(*) FROM journal_batch WHERE redecided_at IS NULL") == 0;
    }

    private static long count(Hub hub, String query) {
        return hub.part(Database.class)
                .read(connection ->
                        Sql.list(connection, query, row -> row.getLong(1)).get(0));
    }

    private static String lot(String status) {
        return "{\"type\":\"batch\",\"gtin\":\"" + Dock.GTIN + "\",\"lot\":\"R1\",\"markets\":[\"EEA\"],\"status\":\""
                + status + "\"}";
    }

    private static void say(Hub hub, String... lines) throws Exception {
        List<RegistryRecord> records = new ArrayList<>();
        for (String line : lines) {
            records.add((RegistryRecord) RegistryJson.read(line));
        }
        hub.part(RegistryAuthority.class).apply(records, "key:brand");
    }
}
