package org.quaymark.edge.scanner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.device.DeviceState;
import org.quaymark.edge.device.Devices;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.device.DeviceReadings;
import org.quaymark.inspection.device.DeviceSentences;
import org.quaymark.inspection.device.Notice;
import org.quaymark.process.json.Json;

/** What the edge says of itself and its devices on its status topic. Used from one thread. */
final class EdgeStatus {
    private static final long REFRESH_NANOS = 30_000_000_000L;
    private static final int MOST_DEVICES = 500;

    private final Supplier<Verdict.RegistryState> registry;
    private final LongSupplier backlog;
    private final Devices devices;
    private final Locale locale;
    private long saidAt;
    private @Nullable Said said;

    /** @param locale of the notices' sentences */
    EdgeStatus(Supplier<Verdict.RegistryState> registry, LongSupplier backlog, Devices devices, Locale locale) {
        this.registry = registry;
        this.backlog = backlog;
        this.devices = devices;
        this.locale = locale;
    }

    /** The message to publish now, null where nothing changed and the last one is young. */
    byte @Nullable [] due(boolean force) {
        Verdict.RegistryState state = registry.get();
        long waiting = backlog.getAsLong();
        Said now = new Said(state.sequence(), waiting == 0, devices.changes());
        if (!force && now.equals(said) && System.nanoTime() - saidAt < REFRESH_NANOS) {
            return null;
        }
        said = now;
        saidAt = System.nanoTime();
        return write(new Message(true, state.sequence(), state.ageSeconds(), waiting, told()));
    }

    /** The message for an edge that stops in order. */
    byte[] offline() {
        Verdict.RegistryState state = registry.get();
        return write(new Message(false, state.sequence(), state.ageSeconds(), backlog.getAsLong(), told()));
    }

    /** Those with a notice first, then those heard of last, as many as fit; by name. */
    private Map<String, Device> told() {
        List<Map.Entry<DeviceId, DeviceState>> all =
                new ArrayList<>(devices.all().entrySet());
        Collections.reverse(all);
        all.sort(Comparator.comparing(entry -> entry.getValue().readings().notice() == null));
        Map<String, Device> told = new TreeMap<>();
        for (Map.Entry<DeviceId, DeviceState> entry : all.subList(0, Math.min(MOST_DEVICES, all.size()))) {
            told.put(entry.getKey().dock() + "/" + entry.getKey().device(), device(entry.getValue()));
        }
        return told;
    }

    private Device device(DeviceState state) {
        DeviceReadings readings = state.readings();
        Notice notice = readings.notice();
        return new Device(
                readings.since(),
                readings.reads(),
                readings.unreadable(),
                readings.doubtful(),
                readings.repaired(),
                new TreeMap<>(readings.faults()),
                state.calibratedAt(),
                notice == null
                        ? null
                        : new Told(
                                notice.trouble().name(),
                                notice.layout(),
                                notice.since(),
                                DeviceSentences.of(notice, locale)));
    }

    private static byte[] write(Message message) {
        try {
            return Json.LENIENT.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing the edge's status", e);
        }
    }

    private record Said(long sequence, boolean drained, long deviceChanges) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Told(String trouble, @Nullable String layout, Instant since, String text) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Device(
            Instant since,
            long reads,
            long unreadable,
            long doubtful,
            long repaired,
            Map<String, Long> faults,
            @Nullable Instant calibrated,
            @Nullable Told notice) {}

    private record Message(
            boolean online,
            long registrySequence,
            long registryAgeSeconds,
            long backlog,
            Map<String, Device> devices) {}
}
