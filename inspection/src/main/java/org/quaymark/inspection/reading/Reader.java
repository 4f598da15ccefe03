package org.quaymark.inspection.reading;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.keyboard.CalibratedDevice;
import org.quaymark.inspection.registry.Registry;

/**
 * Reads scans. The registry is asked only to prove what is read, never to guess it. Stateless and thread-safe; the same
 * scan, registry and device always give the same reading.
 */
public final class Reader {
    /** What all codes of the scan say together. */
    public Reading read(Scan scan, Registry registry) {
        return read(scan, registry, null);
    }

    /**
     * The same where it is known what the device does to its texts.
     *
     * @param device as it was when the scan was made; null where nothing is known
     */
    public Reading read(Scan scan, Registry registry, @Nullable CalibratedDevice device) {
        return read(scan, registry, device, Attempt.Listener.NONE);
    }

    /** The same; the listener is told how each code was tried. */
    public Reading read(Scan scan, Registry registry, @Nullable CalibratedDevice device, Attempt.Listener listener) {
        LocalDate scanned = LocalDate.ofInstant(scan.at(), ZoneOffset.UTC);
        CodeReader reader =
                new CodeReader(registry, scanned, device == null ? null : new KnownDevice(device), listener);
        List<CodeReading> codes = scan.codes().size() == 1
                ? List.of(reader.read(scan.codes().get(0)))
                : scan.codes().stream().map(reader::read).toList();
        return new Merge(scan, codes).reading();
    }
}
