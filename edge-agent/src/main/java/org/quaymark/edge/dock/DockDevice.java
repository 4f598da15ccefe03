package org.quaymark.edge.dock;

import org.jspecify.annotations.Nullable;
import org.quaymark.edge.device.DeviceState;

/**
 * A device of a dock.
 *
 * @param status what it said of itself last, empty where it said nothing
 * @param state null where nothing is known of it
 */
record DockDevice(String name, String status, @Nullable DeviceState state) {}
