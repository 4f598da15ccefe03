package org.quaymark.inspection.reading;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.quaymark.inspection.registry.Registry;

/**
 * Reads scans. The registry is asked only to prove what is read, never to guess it. Stateless and thread-safe; the same
 * scan and registry always give the same reading.
 */
public final class Reader {
    /** What all codes of the scan say together. */
    public Reading read(Scan scan, Registry registry) {
        LocalDate scanned = LocalDate.ofInstant(scan.at(), ZoneOffset.UTC);
        CodeReader reader = new CodeReader(registry, scanned);
        List<CodeReading> codes = scan.codes().stream().map(reader::read).toList();
        return new Merge(scan, codes).reading();
    }
}
