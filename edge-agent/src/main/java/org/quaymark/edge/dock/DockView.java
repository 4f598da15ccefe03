package org.quaymark.edge.dock;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dock as the page shows it.
 *
 * @param last null where nothing was scanned there yet
 * @param earlier the scans before it, newest first
 * @param devices what each device said of itself last, by name
 */
public record DockView(String dock, @Nullable ScanView last, List<ScanView> earlier, Map<String, String> devices) {
    static DockView of(DockState state, Words words) {
        List<ScanView> scans = state.scans().stream()
                .map(shown ->
                        ScanView.of(shown, state.devices().get(shown.scan().device()), words))
                .toList();
        return new DockView(
                state.dock(),
                scans.isEmpty() ? null : scans.get(0),
                scans.isEmpty() ? List.of() : scans.subList(1, scans.size()),
                state.devices());
    }
}
