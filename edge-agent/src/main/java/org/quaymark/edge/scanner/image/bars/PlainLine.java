package org.quaymark.edge.scanner.image.bars;

import com.google.zxing.NotFoundException;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.GlobalHistogramBinarizer;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.scanner.image.pixels.Grey;

/** ZXing's way: one threshold for the row, between the two peaks of its histogram. Fast, and right in even light. */
public final class PlainLine implements Line {
    @Override
    public @Nullable BitArray of(Grey grey, int row) {
        try {
            return new GlobalHistogramBinarizer(
                            grey.part(0, row, grey.width(), 1).source())
                    .getBlackRow(0, null);
        } catch (NotFoundException noContrast) {
            return null;
        }
    }
}
