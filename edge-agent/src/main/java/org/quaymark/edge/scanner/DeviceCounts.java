package org.quaymark.edge.scanner;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.decision.Verdict;

/** How well each device reads, since this process started. Thread-safe; at most {@value #DEVICES} devices. */
public final class DeviceCounts {
    private static final int DEVICES = 10_000;

    private final Map<DeviceId, Counts> devices = new ConcurrentHashMap<>();

    /**
     * A device's counts.
     *
     * @param reads scans taken
     * @param repaired readings where a scanner's fault was undone
     * @param unreadable readings in doubt, and images without a code
     */
    public record Snapshot(long reads, long repaired, long unreadable) {}

    void count(DeviceId device, Verdict verdict) {
        Counts counts = devices.get(device);
        if (counts == null) {
            if (devices.size() >= DEVICES) {
                return;
            }
            counts = devices.computeIfAbsent(device, key -> new Counts());
        }
        counts.reads.increment();
        if (found(verdict, FindingCode.READING_REPAIRED)) {
            counts.repaired.increment();
        }
        if (found(verdict, FindingCode.READING_DOUBTFUL)) {
            counts.unreadable.increment();
        }
    }

    /** All devices, by {@code dock/device}. */
    public Map<String, Snapshot> snapshot() {
        Map<String, Snapshot> all = new TreeMap<>();
        devices.forEach((device, counts) -> all.put(
                device.dock() + "/" + device.device(),
                new Snapshot(counts.reads.sum(), counts.repaired.sum(), counts.unreadable.sum())));
        return all;
    }

    private static boolean found(Verdict verdict, FindingCode code) {
        return verdict.findings().stream().anyMatch(finding -> finding.code() == code);
    }

    private static final class Counts {
        final LongAdder reads = new LongAdder();
        final LongAdder repaired = new LongAdder();
        final LongAdder unreadable = new LongAdder();
    }
}
