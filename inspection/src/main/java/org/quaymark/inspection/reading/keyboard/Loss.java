package org.quaymark.inspection.reading.keyboard;

/**
 * A text that a layout may have lost characters of.
 *
 * @param left what was printed, without what got lost
 * @param lost the characters of CSET 82 that may have been among it, any number of each
 */
public record Loss(String left, String lost) {}
