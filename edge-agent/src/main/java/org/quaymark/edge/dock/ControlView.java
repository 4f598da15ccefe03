package org.quaymark.edge.dock;

/**
 * A code of the sheet.
 *
 * @param name what is written beside it: {@code QM:HELD}, {@code QM:SELFTEST 2}
 * @param label what it says, in the viewer's language
 * @param text what is in it
 * @param size of the QR code, in squares, its quiet zone included
 * @param path the dark squares, as an SVG path
 */
public record ControlView(String name, String label, String text, int size, String path) {}
