package org.quaymark.edge.dock;

import java.util.List;
import java.util.Map;

/**
 * A dock at one moment.
 *
 * @param scans newest first
 * @param devices what each device said of itself last, by name
 */
record DockState(String dock, List<Shown> scans, Map<String, String> devices) {}
