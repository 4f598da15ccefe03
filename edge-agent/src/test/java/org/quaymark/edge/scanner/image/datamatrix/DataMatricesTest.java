package org.quaymark.edge.scanner.image.datamatrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quaymark.edge.scanner.image.pixels.Deadline;
import org.quaymark.edge.scanner.image.pixels.Grey;

class DataMatricesTest {
    private static final int WIDE = 600;
    private static final int HIGH = 500;

    /** Off the middle, where ZXing's detector starts, at every angle. */
    @ParameterizedTest
    @CsvSource({"0, 5", "17, 5", "45, 5", "90, 4", "133, 5", "180, 3", "262, 5", "300, 4"})
    void findsASymbolOffTheMiddleAtAnyAngle(int degrees, int module) throws Exception {
        BufferedImage page = page(Color.WHITE);
        draw(page, "LOT-4711-ABCDEF", 430, 130, degrees, module, Color.BLACK);
        assertEquals(Set.of("LOT-4711-ABCDEF"), read(page));
    }

    @Test
    void findsEverySymbolOfAPage() throws Exception {
        BufferedImage page = page(Color.LIGHT_GRAY);
        List<String> texts = List.of("FIRST-0001", "SECOND-0002", "THIRD-0003-LONGER-THAN-THE-OTHERS", "FOURTH-4");
        for (int i = 0; i < texts.size(); i++) {
            draw(page, texts.get(i), 130 + 300 * (i % 2), 130 + 230 * (i / 2), 11 * i, 5, Color.DARK_GRAY);
        }
        assertEquals(new TreeSet<>(texts), read(page));
    }

    @Test
    void findsNoneWhereTheBorderIsBroken() throws Exception {
        BufferedImage page = page(Color.WHITE);
        draw(page, "LOT-4711-ABCDEF", 300, 250, 0, 5, Color.BLACK);
        Graphics2D graphics = page.createGraphics();
        graphics.fillRect(230, 230, 140, 60);
        graphics.dispose();
        assertEquals(Set.of(), read(page));
    }

    private static Set<String> read(BufferedImage page) {
        byte[] pixels = ((DataBufferByte) page.getRaster().getDataBuffer()).getData();
        Set<String> texts = new TreeSet<>();
        DataMatrices.read(
                new Grey(pixels, WIDE, HIGH),
                Deadline.in(Duration.ofSeconds(10)),
                result -> texts.add(result.getText()));
        return texts;
    }

    private static BufferedImage page(Color colour) {
        BufferedImage page = new BufferedImage(WIDE, HIGH, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, WIDE, HIGH);
        graphics.dispose();
        return page;
    }

    /** Around that middle. */
    private static void draw(BufferedImage page, String text, int x, int y, int degrees, int module, Color dark)
            throws Exception {
        BitMatrix symbol = new MultiFormatWriter().encode(text, BarcodeFormat.DATA_MATRIX, 0, 0);
        Graphics2D graphics = page.createGraphics();
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(Math.toRadians(degrees));
        place.translate(-symbol.getWidth() * module / 2.0, -symbol.getHeight() * module / 2.0);
        graphics.setTransform(place);
        graphics.setColor(dark);
        for (int v = 0; v < symbol.getHeight(); v++) {
            for (int u = 0; u < symbol.getWidth(); u++) {
                if (symbol.get(u, v)) {
                    graphics.fillRect(u * module, v * module, module, module);
                }
            }
        }
        graphics.dispose();
    }
}
