package org.quaymark.edge.scanner.image;

import org.quaymark.edge.scanner.image.pixels.Deadline;

/**
 * One try at an image.
 *
 * @param always made whatever was found before: a label often has several codes, of different kinds
 */
record Rung(String name, boolean always, Try tried) {
    /** What is done. */
    interface Try {
        void climb(Views views, Deadline deadline, Finds finds);
    }
}
