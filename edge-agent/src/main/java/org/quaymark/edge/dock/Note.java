package org.quaymark.edge.dock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.device.SelfTest;
import org.quaymark.inspection.reading.ControlCode;

/**
 * A worker answered by a code of the sheet.
 *
 * @param test how far the scanner's test is, null where it is no code of that
 */
record Note(String device, ControlCode code, @Nullable SelfTest test, Instant at) {}
