package org.quaymark.edge.device;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.DeviceId;

/** The devices in memory, the one least lately heard of first, and which of them changed. Not thread-safe. */
final class Roster {
    private final int most;
    private final Map<DeviceId, DeviceState> devices = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<DeviceId, @Nullable DeviceState> changed = new HashMap<>();

    Roster(int most) {
        this.most = most;
    }

    @Nullable
    DeviceState of(DeviceId device) {
        return devices.get(device);
    }

    void put(DeviceId device, DeviceState state) {
        if (!devices.containsKey(device) && devices.size() >= most) {
            forgetOne();
        }
        devices.put(device, state);
        changed.put(device, state);
    }

    /** As it was stored: nothing to write. */
    void load(Map<DeviceId, DeviceState> stored) {
        devices.putAll(stored);
    }

    int size() {
        return devices.size();
    }

    Map<DeviceId, DeviceState> all() {
        return new LinkedHashMap<>(devices);
    }

    /** What changed since this was last asked; null for a device that was forgotten. */
    Map<DeviceId, @Nullable DeviceState> takeChanged() {
        Map<DeviceId, @Nullable DeviceState> taken = new HashMap<>(changed);
        changed.clear();
        return taken;
    }

    /** To be written after all. */
    void giveBack(Map<DeviceId, @Nullable DeviceState> taken) {
        taken.forEach(changed::putIfAbsent);
    }

    /** The calibrated ones, the one whose profile is oldest first. */
    List<DeviceId> calibrated() {
        List<Map.Entry<DeviceId, DeviceState>> found = new ArrayList<>();
        for (Map.Entry<DeviceId, DeviceState> entry : devices.entrySet()) {
            if (entry.getValue().calibratedAt() != null) {
                found.add(Map.entry(entry.getKey(), entry.getValue()));
            }
        }
        found.sort(Map.Entry.comparingByValue(java.util.Comparator.comparing(
                DeviceState::calibratedAt, java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder()))));
        return found.stream().map(Map.Entry::getKey).toList();
    }

    private void forgetOne() {
        Iterator<Map.Entry<DeviceId, DeviceState>> eldest = devices.entrySet().iterator();
        while (eldest.hasNext()) {
            Map.Entry<DeviceId, DeviceState> entry = eldest.next();
            if (!entry.getValue().hasProfile()) {
                changed.put(entry.getKey(), null);
                eldest.remove();
                return;
            }
        }
    }
}
