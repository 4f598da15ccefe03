package org.quaymark.edge.dock;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.device.DeviceState;
import org.quaymark.inspection.device.DeviceReadings;
import org.quaymark.inspection.device.DeviceSentences;
import org.quaymark.inspection.device.Notice;
import org.quaymark.process.json.Json;

/**
 * A device as the page shows it.
 *
 * @param since when counting began, ISO 8601 UTC; null where nothing was counted
 * @param notice what is wrong and what mends it, null where nothing is
 * @param calibrated whether what it changes is known and undone
 */
public record DeviceView(
        String name,
        String status,
        long reads,
        long repaired,
        long unreadable,
        @Nullable String since,
        @Nullable String notice,
        boolean calibrated) {
    static DeviceView of(DockDevice device, Words words) {
        DeviceState state = device.state();
        if (state == null) {
            return new DeviceView(device.name(), device.status(), 0, 0, 0, null, null, false);
        }
        DeviceReadings readings = state.readings();
        Notice notice = readings.notice();
        return new DeviceView(
                device.name(),
                device.status(),
                readings.reads(),
                readings.repaired(),
                readings.unreadable(),
                Json.millis(readings.since()),
                notice == null ? null : DeviceSentences.of(notice, Locale.forLanguageTag(words.tag())),
                state.hasProfile());
    }
}
