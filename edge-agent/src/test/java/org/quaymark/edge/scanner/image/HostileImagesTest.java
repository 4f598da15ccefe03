package org.quaymark.edge.scanner.image;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Images made to keep a decoder busy. The bound is loose, for a busy machine; without the deadline they take minutes. */
class HostileImagesTest {
    private static final Duration TIME = Duration.ofMillis(500);
    private static final Duration BOUND = Duration.ofSeconds(6);

    /** What is drawn, a brightness for x and y. */
    enum Texture {
        /** A finder pattern of QR beside the other. */
        FINDERS((x, y) -> {
            int ring = Math.max(Math.abs(x % 9 - 4), Math.abs(y % 9 - 4));
            return ring == 4 || ring == 2 ? 255 : 0;
        }),
        STRIPES((x, y) -> x % 3 == 0 ? 0 : 255),
        CHESSBOARD((x, y) -> ((x / 2) + (y / 2)) % 2 == 0 ? 0 : 255),
        /** Blobs of the size of a small Data Matrix. */
        SQUARES((x, y) -> x % 24 < 18 && y % 24 < 18 ? 0 : 255),
        NOISE((x, y) -> new Random(x * 31L + y * 1_000_003L).nextInt(256));

        private final IntBinaryOperator brightness;

        Texture(IntBinaryOperator brightness) {
            this.brightness = brightness;
        }

        int at(int x, int y) {
            return brightness.applyAsInt(x, y);
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsAtTheDeadline(Texture texture) throws Exception {
        BufferedImage image = new BufferedImage(1200, 1000, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 1000; y++) {
            for (int x = 0; x < 1200; x++) {
                image.getRaster().setSample(x, y, 0, texture.at(x, y));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        long begin = System.nanoTime();
        ImageReading reading = new CodeReader(TIME).explain(out.toByteArray());
        long nanos = System.nanoTime() - begin;
        assertTrue(nanos < BOUND.toNanos(), () -> nanos / 1_000_000 + " ms: " + reading.steps());
    }
}
