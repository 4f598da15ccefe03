package org.quaymark.edge.device;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.inspection.reading.keyboard.Calibration;
import org.quaymark.inspection.reading.keyboard.CalibrationOutcome;
import org.quaymark.inspection.reading.keyboard.CalibrationSheet;

/**
 * The self-test codes that devices have sent so far, for {@value #MOST} devices at once and ten minutes between two codes.
 * Used from the scan thread only.
 */
final class SelfTests {
    static final int MOST = 1_000;
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Map<DeviceId, Begun> begun = new LinkedHashMap<>(16, 0.75f, true);

    private record Begun(Map<Integer, String> texts, Instant last) {}

    /** Begins anew: no code was scanned yet. */
    CalibrationOutcome begin(DeviceId device, Instant at) {
        put(device, new Begun(new TreeMap<>(), at));
        return Calibration.learn(List.of());
    }

    /** Takes a self-test code; after the last one, or where it is refused, the next code begins anew. */
    CalibrationOutcome take(DeviceId device, String reported, Instant at) {
        OptionalInt number = CalibrationSheet.numberOf(reported);
        Begun before = begun.get(device);
        Map<Integer, String> texts = new TreeMap<>();
        if (before != null && !before.last().plus(PATIENCE).isBefore(at)) {
            texts.putAll(before.texts());
        }
        number.ifPresent(code -> texts.put(code, reported));
        CalibrationOutcome outcome = Calibration.learn(List.copyOf(texts.values()));
        if (outcome instanceof CalibrationOutcome.Incomplete) {
            put(device, new Begun(texts, at));
        } else {
            begun.remove(device);
        }
        return outcome;
    }

    int size() {
        return begun.size();
    }

    private void put(DeviceId device, Begun test) {
        begun.put(device, test);
        if (begun.size() > MOST) {
            begun.remove(begun.keySet().iterator().next());
        }
    }
}
