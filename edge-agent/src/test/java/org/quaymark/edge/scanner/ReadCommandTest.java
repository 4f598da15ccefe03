package org.quaymark.edge.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.common.BitMatrix;
import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReadCommandTest {
    private final StringWriter out = new StringWriter();

    @TempDir
    private Path directory;

    @BeforeEach
    void drawsALabel() throws Exception {
        BitMatrix symbol = new MultiFormatWriter().encode("LOT-4711", BarcodeFormat.QR_CODE, 200, 200);
        BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 200 * 200; i++) {
            image.getRaster().setSample(i % 200, i / 200, 0, symbol.get(i % 200, i / 200) ? 0 : 255);
        }
        ImageIO.write(image, "png", directory.resolve("label.png").toFile());
        Files.writeString(directory.resolve("label.txt"), "LOT-4711");
    }

    @Test
    void tellsWhichRungFoundACode() {
        assertEquals(0, run(directory.resolve("label.png").toString()));
        assertTrue(
                out.toString().contains("{\"symbology\":\"]Q1\",\"text\":\"LOT-4711\",\"rung\":\"QR\"}"),
                out::toString);
    }

    @Test
    void countsACollectionBesideZxingAlone() {
        assertEquals(0, run("--corpus", directory.toString()));
        assertTrue(out.toString().matches("(?s).*\\. +1 +1 +0 +1 +0 .*p99.*QR +1 +1 .*"), out::toString);
    }

    @Test
    void saysWhyAnImageIsNotRead() throws Exception {
        Files.write(directory.resolve("broken.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});
        assertEquals(1, run(directory.resolve("broken.png").toString()));
        assertTrue(out.toString().contains("\"error\":"), out::toString);
    }

    private int run(String... arguments) {
        return new CommandLine(new ReadCommand())
                .setOut(new PrintWriter(out, true))
                .execute(arguments);
    }
}
