package org.quaymark.edge.scanner.image.corpus;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quaymark.edge.scanner.image.pixels.Grey;

/**
 * The floor: ZXing's own reader with every hint that helps it, both binarisers, as a picture and as a drawing. Each of the four
 * tries may give a text, and any right one counts for it.
 */
final class PlainZxing {
    private PlainZxing() {}

    static Set<String> read(Grey grey) {
        Set<String> texts = new HashSet<>();
        LuminanceSource source = grey.source();
        for (boolean pure : new boolean[] {false, true}) {
            for (Binarizer binarizer : List.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))) {
                try {
                    texts.add(new MultiFormatReader()
                            .decode(new BinaryBitmap(binarizer), hints(pure))
                            .getText());
                } catch (ReaderException | RuntimeException nothing) {
                    // The next one.
                }
            }
        }
        return texts;
    }

    private static Map<DecodeHintType, Object> hints(boolean pure) {
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(
                DecodeHintType.POSSIBLE_FORMATS,
                EnumSet.of(
                        BarcodeFormat.DATA_MATRIX,
                        BarcodeFormat.QR_CODE,
                        BarcodeFormat.CODE_128,
                        BarcodeFormat.EAN_13,
                        BarcodeFormat.UPC_A,
                        BarcodeFormat.EAN_8,
                        BarcodeFormat.UPC_E,
                        BarcodeFormat.ITF,
                        BarcodeFormat.CODE_39,
                        BarcodeFormat.RSS_14,
                        BarcodeFormat.RSS_EXPANDED,
                        BarcodeFormat.AZTEC,
                        BarcodeFormat.PDF_417));
        hints.put(DecodeHintType.TRY_HARDER, true);
        hints.put(DecodeHintType.ALSO_INVERTED, true);
        if (pure) {
            hints.put(DecodeHintType.PURE_BARCODE, true);
        }
        return hints;
    }
}
