package org.quaymark.edge.scanner.image;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads every code on one image, on the caller's thread. Stateless and thread-safe. */
public final class CodeReader {
    private static final Logger log = LoggerFactory.getLogger(CodeReader.class);
    private static final int MOST_CODES = 64;
    /** Formats whose check is weak are taken only where they are seen at once: off the ladder they are found in noise. */
    private static final Set<BarcodeFormat> WEAK =
            EnumSet.of(BarcodeFormat.ITF, BarcodeFormat.CODE_39, BarcodeFormat.EAN_8, BarcodeFormat.UPC_E);

    private static final Map<DecodeHintType, Object> ALL = hints(true);
    private static final Map<DecodeHintType, Object> STRONG = hints(false);

    private final Duration deadline;

    /** A reader that climbs no further rung after that time; the rung it is on is finished. */
    public CodeReader(Duration deadline) {
        this.deadline = deadline;
    }

    /** The codes on the image; none where it has no readable one, or is broken. */
    public List<Code> read(byte[] image) {
        try {
            return readWhole(image);
        } catch (IOException e) {
            log.info("An image could not be decoded: {}", e.getMessage());
            return List.of();
        }
    }

    /**
     * The same, for who wants to know why nothing was read.
     *
     * @throws IOException where the bytes are no whole JPEG or PNG of a bounded size
     */
    public List<Code> readWhole(byte[] image) throws IOException {
        Grey grey = Pictures.decode(image);
        long end = System.nanoTime() + deadline.toNanos();
        Set<Code> found = new LinkedHashSet<>();
        for (Rung rung : Ladder.ALWAYS) {
            if (System.nanoTime() < end) {
                climb(rung, grey, ALL, found);
            }
        }
        for (Rung rung : Ladder.UNTIL_FOUND) {
            if (found.isEmpty() && System.nanoTime() < end) {
                climb(rung, grey, STRONG, found);
            }
        }
        return List.copyOf(found);
    }

    private static void climb(Rung rung, Grey grey, Map<DecodeHintType, Object> hints, Set<Code> found) {
        try {
            var source = rung.view().apply(grey).source();
            var bitmap = new BinaryBitmap(
                    rung.global() ? new GlobalHistogramBinarizer(source) : new HybridBinarizer(source));
            var reader = new GenericMultipleBarcodeReader(new MultiFormatReader());
            for (Result result : reader.decodeMultiple(bitmap, hints)) {
                if (found.size() < MOST_CODES) {
                    found.add(code(result));
                }
            }
        } catch (NotFoundException e) {
            log.trace("Nothing on rung {}", rung.name());
        } catch (RuntimeException e) {
            // The decoders index arrays by what strangers printed.
            log.debug("Rung {} failed", rung.name(), e);
        }
    }

    private static Code code(Result result) {
        String text = result.getText();
        String symbology = symbology(result);
        if (symbology != null && text.startsWith(symbology)) {
            text = text.substring(symbology.length());
        }
        if (symbology != null && (symbology.equals("]d2") || symbology.equals("]C1")) && text.startsWith("\u001d")) {
            // The leading FNC1 is what the identifier says already (ISO/IEC 15424).
            text = text.substring(1);
        }
        return new Code(text, symbology);
    }

    private static @Nullable String symbology(Result result) {
        Map<ResultMetadataType, Object> metadata = result.getResultMetadata();
        if (metadata != null && metadata.get(ResultMetadataType.SYMBOLOGY_IDENTIFIER) instanceof String identifier) {
            return identifier;
        }
        if (result.getText().startsWith("]C1")) {
            return "]C1";
        }
        return switch (result.getBarcodeFormat()) {
            case EAN_13, UPC_A, UPC_E -> "]E0";
            case EAN_8 -> "]E4";
            case CODE_128 -> "]C0";
            default -> null;
        };
    }

    private static Map<DecodeHintType, Object> hints(boolean weakToo) {
        Set<BarcodeFormat> formats = EnumSet.of(
                BarcodeFormat.DATA_MATRIX,
                BarcodeFormat.QR_CODE,
                BarcodeFormat.CODE_128,
                BarcodeFormat.EAN_13,
                BarcodeFormat.UPC_A,
                BarcodeFormat.AZTEC,
                BarcodeFormat.PDF_417);
        if (weakToo) {
            formats.addAll(WEAK);
        }
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(DecodeHintType.TRY_HARDER, true);
        hints.put(DecodeHintType.ASSUME_GS1, true);
        hints.put(DecodeHintType.POSSIBLE_FORMATS, formats);
        return hints;
    }
}
