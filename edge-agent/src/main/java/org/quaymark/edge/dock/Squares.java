package org.quaymark.edge.dock;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code's squares, its quiet zone of four included. QR rather than Data Matrix: every imager reads it, and without FNC1 it
 * is no GS1 code, so that no scanner leaves anything out of the self-test's separators.
 */
final class Squares {
    private static final int QUIET = 4;
    private final BitMatrix matrix;

    private Squares(BitMatrix matrix) {
        this.matrix = matrix;
    }

    static Squares of(String data) {
        try {
            return new Squares(new QRCodeWriter()
                    .encode(
                            data,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M)));
        } catch (WriterException e) {
            throw new IllegalStateException("making the code of " + data, e);
        }
    }

    /** Squares on a side. */
    int size() {
        return matrix.getWidth();
    }

    boolean isDark(int x, int y) {
        return matrix.get(x, y);
    }

    /** The dark ones as an SVG path, one square a unit; those beside one another are one piece. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < size(); y++) {
            for (int x = 0; x < size(); x++) {
                int start = x;
                while (x < size() && isDark(x, y)) {
                    x++;
                }
                if (x > start) {
                    path.append('M')
                            .append(start)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(x - start);
                    path.append("v1h-").append(x - start).append('z');
                }
            }
        }
        return path.toString();
    }
}
