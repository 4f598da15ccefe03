package org.quaymark.inspection.reading.keyboard;

import java.util.List;

/**
 * The texts that may have been printed, the likelier first.
 *
 * @param candidates none where no known layout sends what arrived
 * @param complete false where there are more than the bound: proof by "only one of them is registered" is then no proof
 */
public record Undone(List<Candidate> candidates, boolean complete) {
    /** Nothing known explains the text. */
    public static final Undone NOTHING = new Undone(List.of(), true);

    public Undone {
        candidates = List.copyOf(candidates);
    }
}
