package org.quaymark.edge.scanner.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Makes pixels of JPEG and PNG bytes; the size is read from the header and bounded before anything is decoded. */
final class Pictures {
    /** Pixels: what a 20 megapixel camera takes. */
    static final int MOST_PIXELS = 20_000_000;

    private Pictures() {}

    /** @throws IOException where the bytes are no image, a broken one, or one too large */
    static Grey decode(byte[] bytes) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("neither JPEG nor PNG");
            }
            ImageReader reader = readers.next();
            try {
                String format = reader.getFormatName();
                if (!format.equalsIgnoreCase("jpeg") && !format.equalsIgnoreCase("png")) {
                    throw new IOException("neither JPEG nor PNG");
                }
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
                    throw new IOException(width + " x " + height + " pixels are more than " + MOST_PIXELS);
                }
                return grey(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException e) {
            // ImageIO's readers throw all kinds of them at broken files.
            throw new IOException("broken image", e);
        }
    }

    private static Grey grey(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] pixels = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (byte) onWhite(row[x]);
            }
        }
        return new Grey(pixels, width, height);
    }

    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        int red = (argb >> 16) & 0xFF;
        int green = (argb >> 8) & 0xFF;
        int blue = argb & 0xFF;
        int brightness = (306 * red + 601 * green + 117 * blue) >> 10;
        return (brightness * alpha + 255 * (255 - alpha)) / 255;
    }
}
