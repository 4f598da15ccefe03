package org.quaymark.edge.scanner.image;

import java.util.List;

/**
 * The tries in their order, the cheap and frequent ones first. All of the upright ones are made before anything found counts
 * as all there is; the rest only while nothing was found.
 */
final class Ladder {
    private static final int MARGIN = 40;

    private Ladder() {}

    /** What each image is tried with: a label often has several codes, and one binariser rarely finds them all. */
    static final List<Rung> ALWAYS = List.of(
            new Rung("padded", grey -> grey.padded(MARGIN), false),
            new Rung("padded, global", grey -> grey.padded(MARGIN), true));

    /** What is tried while no code was found. */
    static final List<Rung> UNTIL_FOUND = List.of(
            new Rung("a quarter turn", grey -> grey.padded(MARGIN).turned(), false),
            new Rung("half", grey -> large(grey) ? grey.halved().padded(MARGIN) : grey.padded(MARGIN / 2), false),
            new Rung(
                    "double",
                    grey -> large(grey) ? grey.padded(MARGIN) : grey.doubled().padded(MARGIN),
                    false),
            new Rung("half, global", grey -> large(grey) ? grey.halved().padded(MARGIN) : grey.padded(8), true),
            new Rung("half a turn", grey -> grey.padded(MARGIN).turned().turned(), false),
            new Rung("inverted", grey -> grey.inverted().padded(MARGIN), false),
            new Rung("top left", grey -> grey.cropped(0, 0, 0.6).padded(MARGIN), false),
            new Rung("top right", grey -> grey.cropped(0.4, 0, 0.6).padded(MARGIN), false),
            new Rung("bottom left", grey -> grey.cropped(0, 0.4, 0.6).padded(MARGIN), false),
            new Rung("bottom right", grey -> grey.cropped(0.4, 0.4, 0.6).padded(MARGIN), false));

    private static boolean large(Grey grey) {
        return (long) grey.width() * grey.height() > 1_000_000;
    }
}
