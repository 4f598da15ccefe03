package org.quaymark.hub.retro;

import static org.awaitility.Awaitility.await;

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
import org.quaymark.process.json.InvalidLine;
import org.quaymark.process.json.RegistryJson;

/**
 * What deciding again costs; a measurement, not a test, so not run with the tests: {@code mvn -pl inspection,process,hub test
 * -Dtest=RetroCost -Dsurefire.failIfNoSpecifiedTests=false -Dquaymark.retro.sightings=100000
 * -Dquaymark.retro.engine=SQLITE}.
 */
class RetroCost extends OnBothDatabases {
    private static final int SIGHTINGS = Integer.getInteger("quaymark.retro.sightings", 20_000);
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(Integer.getInteger("quaymark.retro.seconds", 10));
    private static final int BATCH = 2_000;
    private static final int SMALL_BATCH = 100;

    private final List<String> printed = new ArrayList<>();

    @Override
    protected Engine engine() {
        return Engine.valueOf(
                System.getProperty("quaymark.retro.engine", "SQLITE").toUpperCase(Locale.ROOT));
    }

    @Test
    void costs() {
        Hub hub = serve();
        say(
                hub,
                "{\"type\":\"site\",\"id\":\"HAM1\",\"country\":\"DE\"}",
                "{\"type\":\"product\",\"gtin\":\"" + Dock.GTIN
                        + "\",\"brand\":\"Acme\",\"name\":\"Boot\",\"holder\":\"acme\",\"serialisation\":\"serial\"}",
                lot("released", "\"EEA\""),
                "{\"type\":\"serials\",\"gtin\":\"" + Dock.GTIN
                        + "\",\"lot\":\"R1\",\"from\":\"10000000\",\"to\":\"99999999\",\"status\":\"issued\"}");
        Dock dock = new Dock(hub, "edge-1", Policy.standard());
        long seen = timed(() -> {
            for (int n = 0; n < SIGHTINGS; n += BATCH) {
                dock.many(n, Math.min(BATCH, SIGHTINGS - n));
            }
        });
        print(
                "%s, %d sightings of one lot, each on a parcel of its own, taken in at %d a second",
                engine(), SIGHTINGS, perSecond(SIGHTINGS, seen));
        awaitIdle(hub);
        // the second time: neither is the first to touch the pages
        read(hub);
        long floor = read(hub);
        long nothing = redo(hub, lot("released", "\"EEA\",\"CH\""));
        long again = redo(hub, lot("released", "\"EEA\",\"NO\""));
        print(
                "decided again, nothing changed: %.1f us a sighting (first time %.1f), %.1f s a million; bare reading of the"
                        + " same rows %.1f us, ratio %.1f",
                micros(again), micros(nothing), micros(again), micros(floor), (double) again / floor);

        // once for nothing: the first seconds are the compiler's
        intake(hub, dock, SIGHTINGS + 2_000_000);
        double[] quiet = intake(hub, dock, SIGHTINGS);
        say(hub, lot("recalled", "\"EEA\""));
        await().until(() -> hub.part(Tasks.class).left().tasks() > 0);
        long left = changed(hub);
        long start = System.nanoTime();
        double[] busy = intake(hub, dock, SIGHTINGS + 1_000_000);
        long done = changed(hub) - left;
        double share = (System.nanoTime() - start) / 1e9;
        print(
                "intake of %d entries a batch without the recall: %.0f entries a second, p50 %.1f ms, p99 %.1f ms",
                SMALL_BATCH, quiet[0], quiet[1], quiet[2]);
        print(
                "and while it is worked off: %.0f entries a second, p50 %.1f ms, p99 %.1f ms; ratio %.2f, %.2f, %.2f;"
                        + " %.0f held a second meanwhile",
                busy[0], busy[1], busy[2], busy[0] / quiet[0], busy[1] / quiet[1], busy[2] / quiet[2], done / share);
        long before = changed(hub);
        long began = System.nanoTime();
        await().atMost(Duration.ofSeconds(20)).until(() -> System.nanoTime() - began > WINDOW || isIdle(hub));
        print(
                "alone: %.0f held a second, each with its ledger entry, case and interception",
                (changed(hub) - before) / ((System.nanoTime() - began) / 1e9));
        printed.forEach(System.out::println);
    }

    /** Entries a second, p50 and p99 of a batch in milliseconds: one batch after the other. */
    private static double[] intake(Hub hub, Dock dock, int from) {
        List<Long> times = new ArrayList<>();
        long start = System.nanoTime();
        int n = from;
        while (System.nanoTime() - start < WINDOW) {
            int next = n;
            times.add(timed(() -> dock.others(next, SMALL_BATCH)));
            n += SMALL_BATCH;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Collections.sort(times);
        return new double[] {
            (n - from) / seconds, times.get(times.size() / 2) / 1e6, times.get(times.size() * 99 / 100) / 1e6
        };
    }

    private static long read(Hub hub) {
        return timed(() -> {
            SightingKey after = SightingKey.FIRST;
            int rows;
            do {
                SightingKey from = after;
                List<SightingKey> keys = hub.part(Database.class)
                        .read(connection -> Sql.list(
                                connection,
                                "SELECT s.edge, s.generation, s.sequence, e.body FROM sighting s JOIN journal_entry e"
                                        + " ON e.edge = s.edge AND e.generation = s.generation AND e.sequence = s.sequence"
                                        + " WHERE s.gtin = ? AND s.lot = ? AND (s.edge, s.generation, s.sequence) > (?, ?, ?)"
                                        + " ORDER BY s.edge, s.generation, s.sequence LIMIT 500",
                                row -> {
                                    row.getBytes(4);
                                    return new SightingKey(row.getString(1), row.getInt(2), row.getLong(3));
                                },
                                Dock.GTIN,
                                "R1",
                                from.edge(),
                                from.generation(),
                                from.sequence()));
                rows = keys.size();
                after = rows == 0 ? after : keys.get(rows - 1);
            } while (rows == 500);
        });
    }

    private static long redo(Hub hub, String line) {
        long took = timed(() -> {
            say(hub, line);
            awaitIdle(hub);
        });
        return took;
    }

    private static boolean isIdle(Hub hub) {
        return hub.part(RetroProgress.class).now().isDone()
                && hub.part(Database.class)
                        .read(connection -> Sql.list(
                                connection,
                                "SELECT id FROM journal_batch WHERE redecided_at IS NULL LIMIT 1",
                                row -> row.getString(1)))
                        .isEmpty();
    }

    private static void awaitIdle(Hub hub) {
        await().atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> isIdle(hub));
    }

    private static long changed(Hub hub) {
        Long count = hub.part(Database.class)
                .find(connection -> Sql.first(connection, "SELECT COUNT(*) FROM retro_verdict", row -> row.getLong(1)));
        return count == null ? 0 : count;
    }

    private static double micros(long nanos) {
        return nanos / 1e3 / SIGHTINGS;
    }

    private static long perSecond(int count, long nanos) {
        return Math.round(count / (nanos / 1e9));
    }

    private static long timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private void print(String line, Object... values) {
        printed.add(String.format(Locale.ROOT, line, values));
    }

    private static String lot(String status, String markets) {
        return "{\"type\":\"batch\",\"gtin\":\"" + Dock.GTIN + "\",\"lot\":\"R1\",\"markets\":[" + markets
                + "],\"status\":\"" + status + "\"}";
    }

    private static void say(Hub hub, String... lines) {
        List<RegistryRecord> records = new ArrayList<>();
        for (String line : lines) {
            try {
                records.add((RegistryRecord) RegistryJson.read(line));
            } catch (InvalidLine e) {
                throw new IllegalArgumentException(line, e);
            }
        }
        hub.part(RegistryAuthority.class).apply(records, "key:brand");
    }
}
