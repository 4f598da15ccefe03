package org.quaymark.hub.detection;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.quaymark.hub.HttpCaller;
import org.quaymark.hub.Hub;
import org.quaymark.hub.detection.SimulatedDock.Seen;
import org.quaymark.hub.identity.Scope;
import org.quaymark.process.json.Json;

/** Plants clones in a day of sightings, has docks send it to a hub over HTTP as edges do, and counts what is found. */
final class CloneCampaign {
    /** How large: the last {@code offline} docks report a day late. */
    record Size(int sightings, int clones, int docks, int offline, int batch, long seed) {}

    /**
     * What came of it.
     *
     * @param found planted clones that are reported with both their sightings
     * @param invented reports of anything else
     * @param latencies from the sending of the batch with the later of the two to the case's event, milliseconds, sorted
     */
    record Result(int sightings, int planted, int found, int invented, long[] latencies, Duration taken) {
        long latency(double part) {
            return latencies.length == 0 ? -1 : latencies[(int) Math.ceil(part * latencies.length) - 1];
        }

        double perSecond() {
            return sightings / (taken.toMillis() / 1_000.0);
        }
    }

    private static final int SENDERS = 3;
    private static final int MOST_BYTES = 6 * 1024 * 1024;

    private final Hub hub;
    private final Size size;
    private final PlantedClones day;
    private final Instant start;
    private final List<SimulatedDock> docks = new ArrayList<>();
    private final int[] sent;
    /** When the batch with a scan was sent, for the scans of twins. */
    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();

    private final Set<String> twinScans = new HashSet<>();

    CloneCampaign(Hub hub, Size size) {
        this.hub = hub;
        this.size = size;
        this.start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(PlantedClones.SPAN);
        this.day = PlantedClones.of(size.seed(), start, size.docks(), size.sightings(), size.clones());
        this.sent = new int[size.docks()];
        day.twins().values().forEach(twinScans::addAll);
    }

    Result run() throws Exception {
        HttpCaller caller = HttpCaller.with(hub, Scope.ADMIN);
        register(caller);
        for (int i = 0; i < size.docks(); i++) {
            docks.add(
                    SimulatedDock.enrolled(hub, "edge-" + i, Harbours.ALL.get(i).site()));
        }
        long began = System.nanoTime();
        try (CaseArrivals arrivals = new CaseArrivals(caller)) {
            send();
            Duration taken = Duration.ofNanos(System.nanoTime() - began);
            await(arrivals);
            return score(caller, arrivals, taken);
        }
    }

    private static void register(HttpCaller caller) {
        StringBuilder lines = new StringBuilder();
        Harbours.ALL.forEach(harbour -> lines.append(harbour.line()).append('\n'));
        lines.append("{\"type\":\"product\",\"gtin\":\"" + SimulatedDock.GTIN
                + "\",\"holder\":\"acme\",\"serialisation\":\"serial\"}\n"
                + "{\"type\":\"serials\",\"gtin\":\"" + SimulatedDock.GTIN
                + "\",\"from\":\"10000000\",\"to\":\"19999999\",\"status\":\"issued\"}\n");
        String answer = caller.send("POST", "/api/v1/registry/imports?strict=true", lines.toString())
                .body();
        if (!answer.contains("\"accepted\":14")) {
            throw new IllegalStateException(answer);
        }
    }

    private void send() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            // every dock fills about a batch in a round; the clocks of those that go offline are known by then
            int rounds = Math.max(13, size.sightings() / size.docks() / size.batch());
            for (int i = 1; i <= rounds; i++) {
                round(senders, start.plus(PlantedClones.SPAN.multipliedBy(i).dividedBy(rounds)), false);
            }
            round(senders, start.plus(PlantedClones.SPAN), true);
        } finally {
            senders.shutdown();
        }
    }

    private void round(ExecutorService senders, Instant until, boolean backOnline) throws Exception {
        List<Future<?>> sending = new ArrayList<>();
        for (int i = 0; i < size.docks(); i++) {
            int dock = i;
            boolean goesOffline = i >= size.docks() - size.offline();
            boolean isOffline = goesOffline && until.isAfter(start.plus(PlantedClones.OFFLINE_AFTER));
            if (!isOffline || backOnline) {
                sending.add(senders.submit(() -> send(dock, until, isOffline)));
            }
        }
        for (Future<?> one : sending) {
            one.get();
        }
    }

    private void send(int dock, Instant until, boolean late) {
        SimulatedDock edge = docks.get(dock);
        List<String> twins = new ArrayList<>();
        int inBatch = 0;
        while (sent[dock] < day.count(dock) && !day.at(dock, sent[dock]).isAfter(until)) {
            int index = sent[dock]++;
            int serial = day.serial(dock, index);
            int which = day.which(dock, index);
            String scan = PlantedClones.scan(dock, serial, which);
            String parcel = "RR" + serial + (which == 1 ? "CN" : "GB");
            edge.sees(Seen.passing(scan, day.at(dock, index), String.valueOf(serial), parcel));
            if (twinScans.contains(scan)) {
                twins.add(scan);
            }
            if (++inBatch == size.batch() || edge.waitingBytes() > MOST_BYTES) {
                flush(edge, twins, late);
                inBatch = 0;
            }
        }
        flush(edge, twins, late);
    }

    private void flush(SimulatedDock edge, List<String> twins, boolean late) {
        long now = System.nanoTime();
        twins.forEach(scan -> sentAt.put(scan, now));
        twins.clear();
        if (late) {
            // back online it signs by the hub's time, whenever it saw what
            edge.send(hub, start.plus(PlantedClones.SPAN));
        } else {
            edge.send(hub);
        }
    }

    private void await(CaseArrivals arrivals) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (arrivals.count() < day.twins().size() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private Result score(HttpCaller caller, CaseArrivals arrivals, Duration taken) throws IOException {
        Set<String> found = new HashSet<>();
        int invented = 0;
        String next = "";
        do {
            JsonNode page = Json.LENIENT.readTree(
                    caller.get("/api/v1/cases?limit=1000" + next).body());
            for (JsonNode item : page.get("items")) {
                String serial = item.path("serial").asText();
                JsonNode file = Json.LENIENT.readTree(
                        caller.get("/api/v1/cases/" + item.get("id").asText()).body());
                for (JsonNode pair : file.get("pairs")) {
                    Set<String> scans = Set.of(
                            pair.at("/earlier/scan").asText(),
                            pair.at("/later/scan").asText());
                    boolean planted = day.twins().containsKey(serial)
                            && scans.equals(new HashSet<>(day.twins().get(serial)));
                    if (!planted || !found.add(serial + pair.get("code").asText())) {
                        invented++;
                    }
                }
            }
            next = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asText();
        } while (!next.isEmpty());
        long[] latencies = arrivals.heard().entrySet().stream()
                .filter(heard -> day.twins().containsKey(heard.getKey()))
                .mapToLong(heard -> TimeUnit.NANOSECONDS.toMillis(
                        heard.getValue() - later(day.twins().getOrDefault(heard.getKey(), List.of()))))
                .sorted()
                .toArray();
        int clones = (int) day.twins().keySet().stream()
                .filter(serial -> found.contains(serial + "SERIAL_CLONED"))
                .count();
        return new Result(day.total(), day.twins().size(), clones, invented, latencies, taken);
    }

    private long later(List<String> scans) {
        return scans.stream()
                .mapToLong(scan -> sentAt.getOrDefault(scan, 0L))
                .max()
                .orElse(0);
    }

    static String text(Result result) {
        return "%,d sightings taken in %.1f s, %,.0f a second%nclones planted %,d, found %,d, invented %,d%n"
                        .formatted(
                                result.sightings(),
                                result.taken().toMillis() / 1_000.0,
                                result.perSecond(),
                                result.planted(),
                                result.found(),
                                result.invented())
                + "from the sending of the later journal to the case: p50 %d ms, p99 %d ms, max %d ms%n"
                        .formatted(result.latency(0.5), result.latency(0.99), result.latency(1));
    }
}
