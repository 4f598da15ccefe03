package org.quaymark.edge.dock;

/**
 * A code of the sheet.
 *
 * @param size of the QR code, in modules, its margin included
 * @param path the dark modules, as an SVG path
 */
public record ControlView(String data, String label, int size, String path) {}
