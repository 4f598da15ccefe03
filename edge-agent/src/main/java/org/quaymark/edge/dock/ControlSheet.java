package org.quaymark.edge.dock;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quaymark.inspection.reading.ControlCode;

/** The sheet a worker answers with by scanning (interfaces.md 2.3). */
final class ControlSheet {
    private ControlSheet() {}

    static List<ControlView> all(Words words) {
        return Arrays.stream(ControlCode.values())
                .map(code -> view(code, words))
                .toList();
    }

    private static ControlView view(ControlCode code, Words words) {
        try {
            BitMatrix squares = new QRCodeWriter()
                    .encode(code.data(), BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 4));
            return new ControlView(
                    code.data(),
                    words.of("control." + code.wireName().toLowerCase(Locale.ROOT)),
                    squares.getWidth(),
                    path(squares));
        } catch (WriterException e) {
            throw new IllegalStateException("making the code of " + code, e);
        }
    }

    private static String path(BitMatrix squares) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                if (squares.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
