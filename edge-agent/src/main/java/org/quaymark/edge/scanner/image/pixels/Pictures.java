package org.quaymark.edge.scanner.image.pixels;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Makes pixels of JPEG and PNG bytes; the size is read from the header and bounded before anything is decoded. Large ones
 * are decoded one at a time in the whole process, whatever the number of threads: one of 20 megapixels takes 60 to 160 MB
 * while it is.
 */
public final class Pictures {
    /** Pixels: what a 20 megapixel camera takes (5,184 x 3,888 is 20.2 million). */
    public static final int MOST_PIXELS = 20_500_000;

    private static final int LARGE = 4_000_000;
    private static final Semaphore LARGE_ONES = new Semaphore(1, true);

    private Pictures() {}

    /** @throws IOException where the bytes are no image, a broken one, or one too large */
    public static Grey decode(byte[] bytes) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("neither JPEG nor PNG");
            }
            ImageReader reader = readers.next();
            try {
                return decode(bytes, in, reader);
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException e) {
            // ImageIO's readers throw all kinds of them at broken files.
            throw new IOException("broken image", e);
        }
    }

    private static Grey decode(byte[] bytes, ImageInputStream in, ImageReader reader) throws IOException {
        String format = reader.getFormatName();
        boolean jpeg = format.equalsIgnoreCase("jpeg");
        if (!jpeg && !format.equalsIgnoreCase("png")) {
            throw new IOException("neither JPEG nor PNG");
        }
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        long pixels = (long) width * height;
        if (width < 1 || height < 1 || pixels > MOST_PIXELS) {
            throw new IOException(width + " x " + height + " pixels are more than " + MOST_PIXELS);
        }
        boolean large = pixels > LARGE;
        if (large) {
            LARGE_ONES.acquireUninterruptibly();
        }
        try {
            if (jpeg && reader.getRawImageType(0) == null) {
                throw new IOException("a JPEG in colours of print (CMYK), which are not read");
            }
            Grey grey = grey(reader.read(0));
            return jpeg ? ExifOrientation.upright(grey, ExifOrientation.of(bytes)) : grey;
        } finally {
            if (large) {
                LARGE_ONES.release();
            }
        }
    }

    private static Grey grey(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] pixels = new byte[width * height];
        if (image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            grey(image, pixels);
        } else if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            colour(image.getRaster(), pixels);
        } else {
            any(image, pixels);
        }
        return new Grey(pixels, width, height);
    }

    /** As it is: the colour model's way would apply a gamma curve, which washes out shadows. */
    private static void grey(BufferedImage image, byte[] pixels) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        int bits = image.getColorModel().getComponentSize(0);
        boolean alpha = raster.getNumBands() > 1;
        int[] row = new int[width];
        int[] opaque = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getSamples(0, y, width, 1, 0, row);
            if (alpha) {
                raster.getSamples(0, y, width, 1, 1, opaque);
            }
            for (int x = 0; x < width; x++) {
                int brightness = eightBits(row[x], bits);
                pixels[y * width + x] = (byte) (alpha ? onWhite(brightness, eightBits(opaque[x], bits)) : brightness);
            }
        }
    }

    private static int eightBits(int sample, int bits) {
        return bits >= 8 ? sample >> (bits - 8) : sample * 255 / ((1 << bits) - 1);
    }

    private static void colour(Raster raster, byte[] pixels) {
        int width = raster.getWidth();
        byte[] row = new byte[width * 3];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getDataElements(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] =
                        (byte) brightness(row[3 * x] & 0xFF, row[3 * x + 1] & 0xFF, row[3 * x + 2] & 0xFF);
            }
        }
    }

    private static void any(BufferedImage image, byte[] pixels) {
        int width = image.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (byte) onWhite(row[x]);
            }
        }
    }

    private static int onWhite(int argb) {
        return onWhite(brightness((argb >> 16) & 0xFF, (argb >> 8) & 0xFF, argb & 0xFF), argb >>> 24);
    }

    private static int onWhite(int brightness, int alpha) {
        return (brightness * alpha + 255 * (255 - alpha)) / 255;
    }

    private static int brightness(int red, int green, int blue) {
        return (306 * red + 601 * green + 117 * blue) >> 10;
    }
}
