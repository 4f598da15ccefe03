package org.quaymark.edge.scanner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.device.SelfTest;
import org.quaymark.inspection.reading.ControlCode;
import org.quaymark.inspection.reading.Scan;

/** Told what happens at the docks, after it is on disk. Called from several threads; must neither wait nor throw. */
public interface ScanListener {
    /** A new scan has its verdict. Repeats of it are not told again. */
    void scanned(Scan scan, Verdict verdict);

    /**
     * A worker scanned a code of the sheet.
     *
     * @param test how far the scanner's test is, null where it is no code of that
     */
    void noted(DeviceId device, ControlCode code, @Nullable SelfTest test, Instant at);

    /** A device said how it is: {@code online}, {@code offline}. */
    void deviceStatus(DeviceId device, String status);
}
