package org.quaymark.edge.scanner.image;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.DecoderResult;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.gs1.ElementString;
import org.quaymark.inspection.reading.Code;

/**
 * A symbol as ZXing reads it and as a scanner would send it.
 *
 * @param text what is printed in it, without any identifier; DataBar's in the form people read
 * @param code the same with its symbology identifier (ISO/IEC 15424), and GS for FNC1
 */
record Symbol(BarcodeFormat format, String text, Code code) {
    private static final char GS = '\u001d';

    static Symbol of(Result result) {
        Map<ResultMetadataType, Object> metadata = result.getResultMetadata();
        Object identifier = metadata == null ? null : metadata.get(ResultMetadataType.SYMBOLOGY_IDENTIFIER);
        return of(result.getBarcodeFormat(), result.getText(), identifier instanceof String id ? id : null);
    }

    static Symbol ofDataMatrix(DecoderResult result) {
        return of(BarcodeFormat.DATA_MATRIX, result.getText(), "]d" + result.getSymbologyModifier());
    }

    static Symbol ofQr(DecoderResult result) {
        return of(BarcodeFormat.QR_CODE, result.getText(), "]Q" + result.getSymbologyModifier());
    }

    private static Symbol of(BarcodeFormat format, String read, @Nullable String identifier) {
        String text = read;
        String symbology = identifier;
        if (format == BarcodeFormat.CODE_128 && text.startsWith("]C1")) {
            symbology = "]C1";
        }
        if (symbology != null && text.startsWith(symbology)) {
            text = text.substring(symbology.length());
        }
        if (("]d2".equals(symbology) || "]C1".equals(symbology)) && !text.isEmpty() && text.charAt(0) == GS) {
            // The leading FNC1 is what the identifier says already (ISO/IEC 15424).
            text = text.substring(1);
        }
        if (format == BarcodeFormat.CODE_128 && !text.isEmpty() && text.charAt(text.length() - 1) == GS) {
            // A separator with nothing behind it separates nothing.
            text = text.substring(0, text.length() - 1);
        }
        return new Symbol(format, text, code(format, text, symbology));
    }

    private static Code code(BarcodeFormat format, String text, @Nullable String symbology) {
        return switch (format) {
            case EAN_13, UPC_A, UPC_E -> new Code(text, "]E0");
            case EAN_8 -> new Code(text, "]E4");
            case CODE_128 -> new Code(text, symbology == null ? "]C0" : symbology);
            // DataBar is sent as an element string (GenSpecs 5.1.2), and printed as one with its AI.
            case RSS_14 -> new Code("01" + text, "]e0");
            case RSS_EXPANDED -> {
                ElementString elements = ElementString.parseBracketed(text);
                yield elements.elements().isEmpty() ? new Code(text, null) : new Code(elements.print(), "]e0");
            }
            default -> new Code(text, symbology);
        };
    }
}
