package org.quaymark.edge.scanner.image;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.scanner.image.pixels.Grey;

/** A picture that is dark and bright already, for ZXing's readers. */
final class Binarised extends Binarizer {
    private final BitMatrix bits;

    private Binarised(BitMatrix bits) {
        super(new Grey(new byte[0], bits.getWidth(), bits.getHeight()).source());
        this.bits = bits;
    }

    static BinaryBitmap bitmap(BitMatrix bits) {
        return new BinaryBitmap(new Binarised(bits));
    }

    @Override
    public BitArray getBlackRow(int y, @Nullable BitArray row) {
        return bits.getRow(y, row);
    }

    @Override
    public BitMatrix getBlackMatrix() {
        return bits;
    }

    @Override
    public Binarizer createBinarizer(LuminanceSource source) {
        throw new UnsupportedOperationException("only a whole picture");
    }
}
