package org.quaymark.edge.scanner.image.qr;

import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;
import com.google.zxing.qrcode.detector.FinderPattern;
import com.google.zxing.qrcode.detector.FinderPatternInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.scanner.image.pixels.Deadline;

/** Reads the QR codes of a binarised image. Stateless and thread-safe. */
public final class QrCodes {
    /** Threes that are tried: six codes' worth of them and their crosswise ones. */
    private static final int TRIES = 24;

    private QrCodes() {}

    /** Hands over each symbol whose error correction holds, as it is found. */
    public static void read(BitMatrix image, Deadline deadline, Consumer<DecoderResult> found) {
        List<FinderPattern> patterns = new Finders(image).find(deadline);
        Set<FinderPattern> read = new HashSet<>();
        for (Three three : Three.of(patterns, TRIES)) {
            if (deadline.passed()) {
                return;
            }
            if (read.stream().noneMatch(three::has)) {
                DecoderResult result = read(image, three.info());
                if (result != null) {
                    read.addAll(three.patterns());
                    found.accept(result);
                }
            }
        }
    }

    private static @Nullable DecoderResult read(BitMatrix image, FinderPatternInfo info) {
        try {
            return new Decoder().decode(new Sampler(image).sample(info));
        } catch (ReaderException | RuntimeException notOne) {
            // The decoders index arrays by what strangers printed.
            return null;
        }
    }

    /** ZXing's, for finder patterns found elsewhere. */
    private static final class Sampler extends Detector {
        Sampler(BitMatrix image) {
            super(image);
        }

        BitMatrix sample(FinderPatternInfo info) throws ReaderException {
            return processFinderPatternInfo(info).getBits();
        }
    }
}
