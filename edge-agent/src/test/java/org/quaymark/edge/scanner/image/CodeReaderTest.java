package org.quaymark.edge.scanner.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.common.BitMatrix;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.reading.Code;

class CodeReaderTest {
    private final CodeReader reader = new CodeReader(Duration.ofSeconds(5));

    @Test
    void keepsGsAndTheSymbologyOfAGs1DataMatrix() throws Exception {
        byte[] image = png(dataMatrix("010950600013435210ABC123\u001d21XYZ"), 0);
        assertEquals(List.of(new Code("010950600013435210ABC123\u001d21XYZ", "]d2")), reader.read(image));
    }

    @Test
    void readsACodeWithoutQuietZoneTurnedByAQuarter() throws Exception {
        byte[] image = png(dataMatrix("010950600013435210ABC123"), 1);
        assertEquals("010950600013435210ABC123", reader.read(image).get(0).data());
    }

    @Test
    void readsEveryCodeOfALabel() throws Exception {
        BufferedImage label = new BufferedImage(900, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = label.createGraphics();
        graphics.fillRect(0, 0, 900, 400);
        graphics.drawImage(picture(qr("https://id.gs1.org/01/09506000134352/21/XYZ"), 5), 60, 60, null);
        graphics.drawImage(picture(code128("\u00f1010950600013435210ABC"), 2), 400, 120, null);
        graphics.dispose();
        List<Code> codes = reader.read(png(label));
        assertEquals(
                List.of("010950600013435210ABC", "https://id.gs1.org/01/09506000134352/21/XYZ"),
                codes.stream().map(Code::data).sorted().collect(Collectors.toList()));
        assertTrue(codes.stream().anyMatch(code -> "]C1".equals(code.symbology())), codes.toString());
    }

    @Test
    void findsNothingOnABrokenImageAndSaysSoWhereAsked() throws Exception {
        byte[] broken = png(dataMatrix("12345"), 0);
        Arrays.fill(broken, 40, broken.length, (byte) 0x55);
        assertEquals(List.of(), reader.read(broken));
        assertThrows(IOException.class, () -> reader.readWhole(broken));
        byte[] cut = Arrays.copyOf(png(dataMatrix("12345"), 0), 60);
        assertEquals(List.of(), reader.read(cut));
    }

    @Test
    void findsACodeOnTwentyMegapixels() throws Exception {
        BufferedImage page = new BufferedImage(5000, 4000, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = page.createGraphics();
        graphics.fillRect(0, 0, 5000, 4000);
        graphics.drawImage(picture(qr("LOT-4711"), 5), 3300, 2500, null);
        graphics.dispose();
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        ImageIO.write(page, "jpeg", photo);
        ImageReading reading = reader.explain(photo.toByteArray());
        assertEquals(
                List.of("LOT-4711"), reading.found().stream().map(Found::text).toList());
    }

    @Test
    void readsDataMatrixAndBarCodeOfOneLabelAndTellsHow() throws Exception {
        BufferedImage label = new BufferedImage(900, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = label.createGraphics();
        graphics.fillRect(0, 0, 900, 400);
        graphics.drawImage(picture(dataMatrix("010950600013435210ABC\u001d21XYZ"), 5), 700, 250, null);
        graphics.drawImage(picture(code128("\u00f1010950600013435210ABC"), 2), 40, 40, null);
        graphics.dispose();
        ImageReading reading = reader.explain(png(label));
        assertEquals(
                List.of(
                        new Found(new Code("010950600013435210ABC", "]C1"), "010950600013435210ABC", "lines"),
                        new Found(
                                new Code("010950600013435210ABC\u001d21XYZ", "]d2"),
                                "010950600013435210ABC\u001d21XYZ",
                                "Data Matrix")),
                reading.found());
        assertTrue(reading.complete());
    }

    @Test
    void climbsNothingAfterTheDeadline() throws Exception {
        ImageReading reading = new CodeReader(Duration.ZERO).explain(png(dataMatrix("12345"), 0));
        assertEquals(List.of(), reading.steps());
        assertEquals(false, reading.complete());
    }

    @Test
    void survivesNoise() throws Exception {
        Random random = new Random(5);
        BufferedImage noise = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 60_000; i++) {
            noise.setRGB(i % 300, i / 300, random.nextInt());
        }
        assertEquals(List.of(), reader.read(png(noise)));
    }

    private static BitMatrix dataMatrix(String content) throws Exception {
        return new MultiFormatWriter()
                .encode(
                        content,
                        BarcodeFormat.DATA_MATRIX,
                        0,
                        0,
                        Map.of(EncodeHintType.GS1_FORMAT, true, EncodeHintType.DATA_MATRIX_COMPACT, true));
    }

    private static BitMatrix qr(String content) throws Exception {
        return new MultiFormatWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0);
    }

    private static BitMatrix code128(String content) throws Exception {
        return new MultiFormatWriter().encode(content, BarcodeFormat.CODE_128, 0, 60);
    }

    private static byte[] png(BitMatrix matrix, int quarterTurns) throws Exception {
        BufferedImage image = picture(matrix, 6);
        for (int i = 0; i < quarterTurns; i++) {
            BufferedImage turned = new BufferedImage(image.getHeight(), image.getWidth(), BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    turned.setRGB(image.getHeight() - 1 - y, x, image.getRGB(x, y));
                }
            }
            image = turned;
        }
        return png(image);
    }

    private static BufferedImage picture(BitMatrix matrix, int scale) {
        int wide = matrix.getWidth() * scale;
        int high = matrix.getHeight() * scale;
        BufferedImage image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                image.setRGB(x, y, matrix.get(x / scale, y / scale) ? 0 : 0xFFFFFF);
            }
        }
        return image;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
