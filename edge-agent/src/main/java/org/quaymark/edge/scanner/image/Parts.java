package org.quaymark.edge.scanner.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quaymark.edge.scanner.image.pixels.Grey;

/** Squares of a large image that overlap by a third, those near the middle first: where people aim. */
final class Parts {
    private static final int SIDE = 1_000;
    private static final int STEP = SIDE * 2 / 3;

    private Parts() {}

    static Iterable<Grey> of(Grey whole) {
        List<int[]> corners = new ArrayList<>();
        int wide = Math.min(SIDE, whole.width());
        int high = Math.min(SIDE, whole.height());
        for (int y = 0; y < whole.height() - high + STEP; y += STEP) {
            for (int x = 0; x < whole.width() - wide + STEP; x += STEP) {
                corners.add(new int[] {Math.min(x, whole.width() - wide), Math.min(y, whole.height() - high)});
            }
        }
        corners.sort(Comparator.comparingDouble(corner -> Math.hypot(
                corner[0] + wide / 2.0 - whole.width() / 2.0, corner[1] + high / 2.0 - whole.height() / 2.0)));
        return () -> corners.stream()
                .map(corner -> whole.part(corner[0], corner[1], wide, high))
                .iterator();
    }
}
