package org.quaymark.edge.scanner.image.qr;

import com.google.zxing.ResultPoint;
import com.google.zxing.qrcode.detector.FinderPattern;
import com.google.zxing.qrcode.detector.FinderPatternInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Three finder patterns that could be one symbol's.
 *
 * @param strain how far they are from a right angle with equal legs and from equal size, 0 is none
 */
record Three(List<FinderPattern> patterns, double strain) {
    private static final double MOST_STRAIN = 2.2;

    /** The likeliest first. */
    static List<Three> of(List<FinderPattern> all, int most) {
        List<Three> threes = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                for (int k = j + 1; k < all.size(); k++) {
                    Three three = of(all.get(i), all.get(j), all.get(k));
                    if (three.strain < MOST_STRAIN) {
                        threes.add(three);
                    }
                }
            }
        }
        threes.sort(Comparator.comparingDouble(Three::strain));
        return threes.subList(0, Math.min(most, threes.size()));
    }

    private static Three of(FinderPattern a, FinderPattern b, FinderPattern c) {
        double[] sides = {ResultPoint.distance(a, b), ResultPoint.distance(b, c), ResultPoint.distance(a, c)};
        java.util.Arrays.sort(sides);
        double largest =
                Math.max(a.getEstimatedModuleSize(), Math.max(b.getEstimatedModuleSize(), c.getEstimatedModuleSize()));
        double least =
                Math.min(a.getEstimatedModuleSize(), Math.min(b.getEstimatedModuleSize(), c.getEstimatedModuleSize()));
        double legs = sides[1] / Math.max(1, sides[0]) - 1;
        double angle = Math.abs(sides[2] * sides[2] / (sides[0] * sides[0] + sides[1] * sides[1] + 1) - 1);
        // Version 1 has 14 modules between middles; 177 is the widest symbol.
        double modules = sides[0] / Math.max(0.5, (largest + least) / 2);
        double size = largest / Math.max(0.5, least) - 1;
        boolean possible = modules > 8 && sides[1] / Math.max(0.5, least) < 200;
        return new Three(List.of(a, b, c), possible ? legs + 2 * angle + size : Double.MAX_VALUE);
    }

    FinderPatternInfo info() {
        FinderPattern[] ordered = patterns.toArray(new FinderPattern[0]);
        ResultPoint.orderBestPatterns(ordered);
        return new FinderPatternInfo(ordered);
    }

    boolean has(FinderPattern pattern) {
        return patterns.contains(pattern);
    }
}
