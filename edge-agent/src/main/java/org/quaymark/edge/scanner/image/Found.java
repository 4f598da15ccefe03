package org.quaymark.edge.scanner.image;

import org.quaymark.inspection.reading.Code;

/**
 * A code on an image, and how it was found.
 *
 * @param code as a scanner would send it
 * @param text as it is printed; for all but DataBar the code's data
 * @param rung the try that found it first
 */
public record Found(Code code, String text, String rung) {}
