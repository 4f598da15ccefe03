package org.quaymark.edge.scanner;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.DeviceId;

/** The last scan of each device: what a control code refers to. Used from the scan thread only; bounded. */
final class LastVerdicts {
    private static final int DEVICES = 10_000;

    private final Map<DeviceId, String> scans = new LinkedHashMap<>(16, 0.75f, true);

    void put(DeviceId device, String scan) {
        scans.put(device, scan);
        if (scans.size() > DEVICES) {
            scans.remove(scans.keySet().iterator().next());
        }
    }

    @Nullable
    String of(DeviceId device) {
        return scans.get(device);
    }
}
