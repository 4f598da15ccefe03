package org.quaymark.inspection.reading.keyboard;

import java.util.List;

/**
 * A text that may have been printed.
 *
 * @param printed with GS as U+001D, the symbology identifier in front where the scanner sent one
 * @param layouts names of the layouts under which it arrives as it did, the plainest first
 */
public record Candidate(String printed, List<String> layouts) {
    public Candidate {
        layouts = List.copyOf(layouts);
    }
}
