package org.quaymark.edge.dock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.Result;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quaymark.inspection.reading.ControlCode;
import org.quaymark.inspection.reading.keyboard.CalibrationSheet;

class SheetPdfTest {
    private static final float DPI = 200;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es"})
    void everyCodeOfThePrintedSheetCanBeScanned(String language) throws Exception {
        Words words = new Words(Locale.forLanguageTag(language));
        byte[] file = SheetPdf.of("HAM1", words);
        Path screens = Files.createDirectories(Path.of("target", "screens"));
        Files.write(screens.resolve("sheet-" + language + ".pdf"), file);
        try (PDDocument document = Loader.loadPDF(file)) {
            assertEquals(2, document.getNumberOfPages());
            String text = new PDFTextStripper().getText(document);
            for (ControlCode code : ControlCode.values()) {
                assertTrue(text.contains(words.of(code)) && text.contains(code.data()), text);
            }
            PDFRenderer renderer = new PDFRenderer(document);
            Set<String> answers = Arrays.stream(ControlCode.values())
                    .map(ControlCode::data)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(answers, scanned(renderer, 0, screens.resolve("sheet-" + language + "-1.png")));
            assertEquals(
                    new TreeSet<>(CalibrationSheet.codes()),
                    scanned(renderer, 1, screens.resolve("sheet-" + language + "-2.png")));
        }
    }

    private static Set<String> scanned(PDFRenderer renderer, int page, Path picture) throws Exception {
        BufferedImage image = renderer.renderImageWithDPI(page, DPI);
        ImageIO.write(image, "png", picture.toFile());
        BinaryBitmap bits = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
        Result[] results = new QRCodeMultiReader().decodeMultiple(bits, Map.of(DecodeHintType.TRY_HARDER, true));
        return Arrays.stream(results).map(Result::getText).collect(Collectors.toCollection(TreeSet::new));
    }
}
