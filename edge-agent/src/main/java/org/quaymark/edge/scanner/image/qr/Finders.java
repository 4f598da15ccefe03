package org.quaymark.edge.scanner.image.qr;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.detector.FinderPattern;
import com.google.zxing.qrcode.detector.FinderPatternFinder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quaymark.edge.scanner.image.pixels.Deadline;

/**
 * The finder patterns of an image: what along a row is dark, bright, three times as dark, bright, dark, and so across it. ZXing
 * proves each; its own search tries every three of them without a bound, which a stranger's wallpaper makes endless.
 */
final class Finders extends FinderPatternFinder {
    /** With more the image is a texture, and the search of it ends. */
    private static final int MOST_CENTRES = 300;
    /** How many take part in making threes, those seen on most rows first. */
    private static final int MOST = 24;

    private static final int SEEN = 2;

    Finders(BitMatrix image) {
        super(image);
    }

    List<FinderPattern> find(Deadline deadline) {
        BitMatrix image = getImage();
        int step = Math.max(1, image.getHeight() / 400);
        for (int y = step - 1; y < image.getHeight() && getPossibleCenters().size() < MOST_CENTRES; y += step) {
            if (deadline.passed()) {
                return List.of();
            }
            row(image, y);
        }
        List<FinderPattern> found = new ArrayList<>(getPossibleCenters());
        found.removeIf(pattern -> pattern.getCount() < SEEN);
        found.sort(Comparator.comparingInt(FinderPattern::getCount).reversed());
        return found.subList(0, Math.min(MOST, found.size()));
    }

    private void row(BitMatrix image, int y) {
        int[] runs = new int[5];
        int current = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            boolean dark = image.get(x, y);
            if (dark == ((current & 1) == 0)) {
                runs[current]++;
            } else if (dark || current < 4) {
                if (current != 0 || runs[0] > 0) {
                    current++;
                    runs[current]++;
                }
            } else if (foundPatternCross(runs) && handlePossibleCenter(runs, y, x)) {
                current = 0;
                doClearCounts(runs);
            } else {
                doShiftCounts2(runs);
                current = 3;
            }
        }
        if (current == 4 && foundPatternCross(runs)) {
            handlePossibleCenter(runs, y, image.getWidth());
        }
    }
}
