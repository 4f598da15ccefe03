package org.quaymark.edge.scanner.image.bars;

import com.google.zxing.common.BitArray;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.scanner.image.pixels.Grey;

/** Makes bars of a line of an image. */
public interface Line {
    /** Dark and bright along that row; null where there is no contrast to speak of. */
    @Nullable
    BitArray of(Grey grey, int row);
}
