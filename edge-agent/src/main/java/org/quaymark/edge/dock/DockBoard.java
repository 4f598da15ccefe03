package org.quaymark.edge.dock;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.device.DeviceState;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.edge.scanner.ScanListener;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.device.SelfTest;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.inspection.reading.ControlCode;
import org.quaymark.inspection.reading.Scan;

/**
 * What happened last at each dock of the site. Thread-safe; holds {@value #SCANS} scans of at most {@value #DOCKS} docks, and
 * what more docks say is not shown.
 */
public final class DockBoard implements ScanListener {
    private static final int SCANS = 20;
    private static final int DOCKS = 500;
    private static final int DEVICES = 100;

    private final Function<DeviceId, @Nullable DeviceState> health;
    private final Map<String, Dock> docks = new TreeMap<>(DockNames.NATURAL);
    private final Set<String> changed = new HashSet<>();

    /** @param health what is known of a device, null where that is nothing */
    public DockBoard(Function<DeviceId, @Nullable DeviceState> health) {
        this.health = health;
    }

    /** Shows what was scanned before this process started. */
    public synchronized void resume(List<JournalEntry.Sighting> newestFirst) {
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            scanned(newestFirst.get(i).scan(), newestFirst.get(i).verdict());
        }
    }

    @Override
    public synchronized void scanned(Scan scan, Verdict verdict) {
        Dock dock = dock(scan.dock());
        if (dock != null) {
            dock.note = null;
            dock.scans.addFirst(new Shown(scan, verdict));
            if (dock.scans.size() > SCANS) {
                dock.scans.removeLast();
            }
            dock.heard(new DeviceId(scan.site(), scan.dock(), scan.device()));
            changed.add(scan.dock());
        }
    }

    /** A scan that is still shown has another verdict, after the registry changed. */
    public synchronized void decidedAgain(JournalEntry.Sighting first, Verdict again) {
        Dock dock = docks.get(first.scan().dock());
        if (dock != null) {
            List<Shown> shown = new ArrayList<>(dock.scans);
            shown.replaceAll(each -> each.scan().equals(first.scan()) ? each.decidedAgain(again) : each);
            dock.scans.clear();
            dock.scans.addAll(shown);
            changed.add(first.scan().dock());
        }
    }

    @Override
    public synchronized void noted(DeviceId device, ControlCode code, @Nullable SelfTest test, Instant at) {
        Dock dock = dock(device.dock());
        if (dock != null) {
            dock.note = new Note(device.device(), code, test, at);
            dock.heard(device);
            changed.add(device.dock());
        }
    }

    /** A device's maintenance notice or profile came or went. */
    public synchronized void deviceChanged(DeviceId device) {
        Dock dock = docks.get(device.dock());
        if (dock != null && dock.heard(device)) {
            changed.add(device.dock());
        }
    }

    @Override
    public synchronized void deviceStatus(DeviceId device, String status) {
        Dock dock = dock(device.dock());
        if (dock != null && dock.heard(device) && !status.equals(dock.devices.put(device, status))) {
            changed.add(device.dock());
        }
    }

    /** Every dock, in the order people count in. */
    synchronized List<DockState> all() {
        List<DockState> all = new ArrayList<>();
        docks.forEach((name, dock) -> all.add(dock.state(name, health)));
        return all;
    }

    /** One dock; empty where nothing was heard of it yet. */
    synchronized DockState one(String name) {
        Dock dock = docks.get(name);
        return dock == null ? new DockState(name, null, List.of(), List.of()) : dock.state(name, health);
    }

    /** The docks that changed since this was last asked: a thousand scans a second are shown as a few pictures a second. */
    synchronized List<DockState> takeChanged() {
        List<DockState> states = new ArrayList<>();
        for (String name : changed) {
            states.add(one(name));
        }
        changed.clear();
        return states;
    }

    private @Nullable Dock dock(String name) {
        Dock dock = docks.get(name);
        if (dock == null && docks.size() < DOCKS) {
            dock = new Dock();
            docks.put(name, dock);
        }
        return dock;
    }

    private static final class Dock {
        final Deque<Shown> scans = new ArrayDeque<>();
        final Map<DeviceId, String> devices = new TreeMap<>(Comparator.comparing(DeviceId::device, DockNames.NATURAL));

        @Nullable
        Note note;

        /** True where the device is among those shown. */
        boolean heard(DeviceId device) {
            if (devices.containsKey(device)) {
                return true;
            }
            boolean room = devices.size() < DEVICES;
            if (room) {
                devices.put(device, "");
            }
            return room;
        }

        DockState state(String name, Function<DeviceId, @Nullable DeviceState> health) {
            List<DockDevice> all = new ArrayList<>();
            devices.forEach((device, status) -> all.add(new DockDevice(device.device(), status, health.apply(device))));
            return new DockState(name, note, List.copyOf(scans), List.copyOf(all));
        }
    }
}
