package org.quaymark.edge.device;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.edge.journal.Draft;
import org.quaymark.edge.journal.Journal;
import org.quaymark.inspection.device.Notice;

/**
 * Tells the journal how the devices are: a notice that was raised or withdrawn at once, counts from time to time while they
 * change. What cannot be recorded is told with the next counts. Used from one thread.
 */
final class Reports {
    private final Duration every;
    private final Map<DeviceId, Told> told = new HashMap<>();
    private final Map<DeviceId, DeviceState> untold = new HashMap<>();

    Reports(Duration every) {
        this.every = every;
    }

    private record Told(Instant at, @Nullable Notice notice) {}

    void tell(Map<DeviceId, @Nullable DeviceState> changed, Journal journal, Instant now) {
        changed.forEach((device, state) -> {
            if (state == null) {
                untold.remove(device);
                told.remove(device);
            } else {
                untold.put(device, state);
            }
        });
        Iterator<Map.Entry<DeviceId, DeviceState>> waiting = untold.entrySet().iterator();
        while (waiting.hasNext()) {
            Map.Entry<DeviceId, DeviceState> entry = waiting.next();
            if (isDue(entry.getKey(), entry.getValue(), now)) {
                journal.append(draft(entry.getKey(), entry.getValue()));
                told.put(
                        entry.getKey(),
                        new Told(now, entry.getValue().readings().notice()));
                waiting.remove();
            }
        }
    }

    /** The first counts of a device go at once: the hub is to know that it is there. */
    private boolean isDue(DeviceId device, DeviceState state, Instant now) {
        Told last = told.get(device);
        return last == null
                || !Objects.equals(last.notice(), state.readings().notice())
                || !last.at().plus(every).isAfter(now);
    }

    private static Draft.Health draft(DeviceId device, DeviceState state) {
        return new Draft.Health(
                device,
                state.status().isEmpty() ? "online" : state.status(),
                state.readings().counts(),
                state.readings().since(),
                state.readings().notice());
    }
}
