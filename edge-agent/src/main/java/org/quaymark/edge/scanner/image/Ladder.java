package org.quaymark.edge.scanner.image;

import com.google.zxing.common.BitMatrix;
import java.util.List;
import org.quaymark.edge.scanner.image.Views.View;
import org.quaymark.edge.scanner.image.bars.Bars;
import org.quaymark.edge.scanner.image.bars.Line;
import org.quaymark.edge.scanner.image.bars.LocalLine;
import org.quaymark.edge.scanner.image.bars.PlainLine;
import org.quaymark.edge.scanner.image.datamatrix.DataMatrices;
import org.quaymark.edge.scanner.image.pixels.Grey;
import org.quaymark.edge.scanner.image.qr.QrCodes;

/**
 * The tries in their order. First those that are made always, one for each kind of code; then, while nothing was found, the
 * rest by what they yield for their time ({@code edge-agent read --corpus} prints that).
 */
final class Ladder {
    private static final Line PLAIN = new PlainLine();
    private static final Line SHADOW = new LocalLine(/* rows= */ 1, /* sharpen= */ 0.3, /* reach= */ 16);
    private static final Line BLUR = new LocalLine(/* rows= */ 2, /* sharpen= */ 2, /* reach= */ 8);
    private static final int FEW = 32;
    private static final int MORE = 64;
    private static final int MANY = 256;

    private Ladder() {}

    static final List<Rung> RUNGS = List.of(
            always("lines", lines(View.WORKING, PLAIN, FEW)),
            always("QR", qr(View.WORKING, false)),
            always("lines across", lines(View.TURNED, PLAIN, FEW)),
            always("Data Matrix", dataMatrix(View.WORKING)),
            rung("ZXing's Data Matrix", matrix(MatrixReaders.DATA_MATRIX, View.WORKING, false)),
            rung("pure Data Matrix", matrix(MatrixReaders.PURE_DATA_MATRIX, View.WORKING, true)),
            rung("blurred lines", lines(View.WORKING, BLUR, MORE)),
            rung("QR, half as large", qr(View.HALF, false)),
            rung("QR, one threshold", qr(View.WORKING, true)),
            rung("DataBar on every line", dataBar(View.WORKING, PLAIN)),
            rung("shadowed lines", lines(View.WORKING, SHADOW, FEW)),
            rung("QR, twice as large", qr(View.DOUBLE, false)),
            rung("parts", parts()),
            rung("ZXing's Data Matrix, one threshold", matrix(MatrixReaders.DATA_MATRIX, View.WORKING, true)),
            rung("Aztec", matrix(MatrixReaders.AZTEC, View.WORKING, false)),
            rung("PDF417", matrix(MatrixReaders.PDF_417, View.WORKING, false)),
            rung("Data Matrix, inverted", dataMatrix(View.INVERTED)),
            rung("QR, inverted", qr(View.INVERTED, false)),
            rung("DataBar on every line across", dataBar(View.TURNED, PLAIN)),
            rung("shadowed lines across", lines(View.TURNED, SHADOW, FEW)),
            rung("blurred lines across", lines(View.TURNED, BLUR, MORE)),
            rung("lines, inverted", lines(View.INVERTED, PLAIN, FEW)),
            rung("DataBar on every shadowed line", dataBar(View.WORKING, SHADOW)),
            rung("lines aslant", aslant()));

    private static Rung always(String name, Rung.Try tried) {
        return new Rung(name, /* always= */ true, tried);
    }

    private static Rung rung(String name, Rung.Try tried) {
        return new Rung(name, /* always= */ false, tried);
    }

    private static Rung.Try lines(View view, Line line, int most) {
        return (views, deadline, finds) -> new Bars(Bars.Kind.ALL, line, most, result -> finds.add(Symbol.of(result)))
                .read(views.grey(view), deadline);
    }

    private static Rung.Try dataBar(View view, Line line) {
        return (views, deadline, finds) -> new Bars(
                        Bars.Kind.DATA_BAR, line, MANY, result -> finds.add(Symbol.of(result)))
                .read(views.grey(view), deadline);
    }

    private static Rung.Try qr(View view, boolean global) {
        return (views, deadline, finds) -> {
            BitMatrix bits = views.binary(view, global);
            if (bits != null) {
                QrCodes.read(bits, deadline, result -> finds.add(Symbol.ofQr(result)));
            }
        };
    }

    private static Rung.Try dataMatrix(View view) {
        return (views, deadline, finds) ->
                DataMatrices.read(views.grey(view), deadline, result -> finds.add(Symbol.ofDataMatrix(result)));
    }

    private static Rung.Try matrix(MatrixReaders reader, View view, boolean global) {
        return (views, deadline, finds) -> reader.read(views.binary(view, global), finds);
    }

    /** For a code held at an angle at which no row crosses all its bars. */
    private static Rung.Try aslant() {
        return (views, deadline, finds) -> {
            Grey small = views.grey(View.WORKING);
            for (double degrees : new double[] {22, -22, 45, -45}) {
                if (!finds.isEmpty() || deadline.passed()) {
                    return;
                }
                new Bars(Bars.Kind.ALL, PLAIN, FEW, result -> finds.add(Symbol.of(result)))
                        .read(small.turnedBy(degrees), deadline);
            }
        };
    }

    /** For small codes on large images, which the working size loses. */
    private static Rung.Try parts() {
        return (views, deadline, finds) -> {
            Grey whole = views.grey(View.WHOLE);
            if (whole.size() <= Views.WORKING_PIXELS) {
                return;
            }
            for (Grey part : Parts.of(whole)) {
                if (!finds.isEmpty() || deadline.passed()) {
                    return;
                }
                Views ofPart = new Views(part);
                qr(View.WORKING, false).climb(ofPart, deadline, finds);
                lines(View.WORKING, PLAIN, FEW).climb(ofPart, deadline, finds);
                dataMatrix(View.WORKING).climb(ofPart, deadline, finds);
            }
        };
    }
}
