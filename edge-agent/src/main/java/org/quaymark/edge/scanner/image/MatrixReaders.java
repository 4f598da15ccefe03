package org.quaymark.edge.scanner.image;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.Reader;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.aztec.AztecReader;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.pdf417.PDF417Reader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ZXing's own readers of two-dimensional codes, one code a call. */
enum MatrixReaders {
    DATA_MATRIX(Map.of()) {
        @Override
        Reader reader() {
            return new DataMatrixReader();
        }
    },
    /** For a drawing, upright and without perspective. */
    PURE_DATA_MATRIX(Map.of(DecodeHintType.PURE_BARCODE, true)) {
        @Override
        Reader reader() {
            return new DataMatrixReader();
        }
    },
    AZTEC(Map.of()) {
        @Override
        Reader reader() {
            return new AztecReader();
        }
    },
    PDF_417(Map.of()) {
        @Override
        Reader reader() {
            return new PDF417Reader();
        }
    };

    private final Map<DecodeHintType, Object> hints;

    MatrixReaders(Map<DecodeHintType, Object> hints) {
        this.hints = hints;
    }

    abstract Reader reader();

    void read(@Nullable BitMatrix bits, Finds finds) {
        if (bits == null) {
            return;
        }
        try {
            BinaryBitmap bitmap = Binarised.bitmap(bits);
            Result result = reader().decode(bitmap, hints);
            finds.add(Symbol.of(result));
        } catch (ReaderException | RuntimeException notOne) {
            // The decoders index arrays by what strangers printed.
        }
    }
}
