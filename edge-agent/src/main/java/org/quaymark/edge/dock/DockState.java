package org.quaymark.edge.dock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dock at one moment.
 *
 * @param note what a worker answered after the last scan, null where that was nothing
 * @param scans newest first
 * @param devices by name
 */
record DockState(String dock, @Nullable Note note, List<Shown> scans, List<DockDevice> devices) {}
