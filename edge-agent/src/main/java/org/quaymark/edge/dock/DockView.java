package org.quaymark.edge.dock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dock as the page shows it.
 *
 * @param note what a worker answered after the last scan, null where that was nothing
 * @param last null where nothing was scanned there yet
 * @param answers the codes a worker may answer the last verdict with
 * @param earlier the scans before it, newest first
 */
public record DockView(
        String dock,
        @Nullable NoteView note,
        @Nullable ScanView last,
        List<ControlView> answers,
        List<ScanView> earlier,
        List<DeviceView> devices) {
    static DockView of(DockState state, Words words) {
        List<ScanView> scans = state.scans().stream()
                .map(shown -> ScanView.of(shown, status(state, shown.scan().device()), words))
                .toList();
        ScanView last = scans.isEmpty() ? null : scans.get(0);
        return new DockView(
                state.dock(),
                NoteView.of(state.note(), words),
                last,
                last == null || state.note() != null
                        ? List.of()
                        : last.answers().stream()
                                .map(code -> ControlSheet.view(code, words))
                                .toList(),
                scans.isEmpty() ? List.of() : scans.subList(1, scans.size()),
                state.devices().stream()
                        .map(device -> DeviceView.of(device, words))
                        .toList());
    }

    /** The devices that are to be looked after. */
    public List<DeviceView> noticed() {
        return devices.stream().filter(device -> device.notice() != null).toList();
    }

    private static @Nullable String status(DockState state, String device) {
        return state.devices().stream()
                .filter(one -> one.name().equals(device) && !one.status().isEmpty())
                .map(DockDevice::status)
                .findFirst()
                .orElse(null);
    }
}
