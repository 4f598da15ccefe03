package org.quaymark.edge.scanner.image;

import java.util.function.UnaryOperator;

/**
 * One try at an image.
 *
 * @param view what is looked at instead of the image as it came
 * @param global the histogram of the whole picture instead of the neighbourhood of each pixel
 */
record Rung(String name, UnaryOperator<Grey> view, boolean global) {}
