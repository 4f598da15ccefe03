package org.quaymark.inspection.reading.keyboard;

import java.util.List;

/**
 * A text that may have been printed.
 *
 * @param printed with GS as U+001D, the symbology identifier in front where the scanner sent one
 * @param layouts names of the layouts under which it arrives as it did
 * @param lossy whether every one of them loses some character of CSET 82 altogether: the text printed may have had more of
 *     them, and this one proves nothing
 */
public record Candidate(String printed, List<String> layouts, boolean lossy) {
    public Candidate {
        layouts = List.copyOf(layouts);
    }
}
