package org.quaymark.edge.scanner.image.pixels;

import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import java.util.Arrays;

/**
 * An image's brightness, a byte a pixel, row by row.
 *
 * @param pixels not changed after construction
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record Grey(byte[] pixels, int width, int height) {
    /** How many pixels it has. */
    public int size() {
        return width * height;
    }

    /** The brightness of a pixel, 0 (black) to 255. */
    public int at(int x, int y) {
        return pixels[y * width + x] & 0xFF;
    }

    /** The brightness at a point between pixels; a pixel's middle is at half. Outside it is that of the nearest pixel. */
    public double at(double x, double y) {
        double px = Math.min(Math.max(x - 0.5, 0), width - 1);
        double py = Math.min(Math.max(y - 0.5, 0), height - 1);
        int x0 = (int) px;
        int y0 = (int) py;
        int right = x0 + 1 < width ? 1 : 0;
        int below = y0 + 1 < height ? width : 0;
        double fx = px - x0;
        double fy = py - y0;
        int i = y0 * width + x0;
        double top = (pixels[i] & 0xFF) * (1 - fx) + (pixels[i + right] & 0xFF) * fx;
        double bottom = (pixels[i + below] & 0xFF) * (1 - fx) + (pixels[i + below + right] & 0xFF) * fx;
        return top * (1 - fy) + bottom * fy;
    }

    /** With a white margin on every side: a code cut to its edge has no quiet zone, and is not found without one. */
    public Grey padded(int margin) {
        int wide = width + 2 * margin;
        int high = height + 2 * margin;
        byte[] padded = new byte[wide * high];
        Arrays.fill(padded, (byte) 0xFF);
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, y * width, padded, (y + margin) * wide + margin, width);
        }
        return new Grey(padded, wide, high);
    }

    /** A quarter turn counter-clockwise. */
    public Grey turned() {
        byte[] turned = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[(width - 1 - x) * height + y] = pixels[y * width + x];
            }
        }
        return new Grey(turned, /* width= */ height, /* height= */ width);
    }

    /** Turned clockwise about its middle by less than a quarter; as large as before, so corners are lost, and white comes in. */
    public Grey turnedBy(double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        byte[] turned = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = x + 0.5 - width / 2.0;
                double dy = y + 0.5 - height / 2.0;
                double fromX = width / 2.0 + dx * cos + dy * sin;
                double fromY = height / 2.0 - dx * sin + dy * cos;
                boolean inside = fromX >= 0 && fromY >= 0 && fromX < width && fromY < height;
                turned[y * width + x] = inside ? (byte) (at(fromX, fromY) + 0.5) : (byte) 0xFF;
            }
        }
        return new Grey(turned, width, height);
    }

    /** Left for right. */
    public Grey mirrored() {
        byte[] mirrored = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                mirrored[y * width + width - 1 - x] = pixels[y * width + x];
            }
        }
        return new Grey(mirrored, width, height);
    }

    /** Half as wide and high, each pixel the mean of four. */
    public Grey halved() {
        int wide = Math.max(1, width / 2);
        int high = Math.max(1, height / 2);
        byte[] half = new byte[wide * high];
        int right = width > 1 ? 1 : 0;
        int below = height > 1 ? width : 0;
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                int at = 2 * y * width + 2 * x;
                int sum = (pixels[at] & 0xFF)
                        + (pixels[at + right] & 0xFF)
                        + (pixels[at + below] & 0xFF)
                        + (pixels[at + below + right] & 0xFF);
                half[y * wide + x] = (byte) (sum / 4);
            }
        }
        return new Grey(half, wide, high);
    }

    /** Halved until it has no more than that many pixels. */
    public Grey within(int mostPixels) {
        Grey smaller = this;
        while (smaller.size() > mostPixels) {
            smaller = smaller.halved();
        }
        return smaller;
    }

    /** Twice as wide and high, with pixels between pixels. */
    public Grey doubled() {
        int wide = width * 2;
        byte[] twice = new byte[pixels.length * 4];
        for (int y = 0; y < height * 2; y++) {
            for (int x = 0; x < wide; x++) {
                twice[y * wide + x] = (byte) (at((x + 0.5) / 2, (y + 0.5) / 2) + 0.5);
            }
        }
        return new Grey(twice, wide, height * 2);
    }

    /** White for black. */
    public Grey inverted() {
        byte[] inverted = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            inverted[i] = (byte) ~pixels[i];
        }
        return new Grey(inverted, width, height);
    }

    /** A part, as fractions of width and height. */
    public Grey cropped(double left, double top, double share) {
        int wide = Math.max(1, (int) (width * share));
        int high = Math.max(1, (int) (height * share));
        return part(
                Math.min(width - wide, (int) (width * left)),
                Math.min(height - high, (int) (height * top)),
                wide,
                high);
    }

    /** A part, in pixels, which lies within. */
    public Grey part(int x0, int y0, int wide, int high) {
        byte[] part = new byte[wide * high];
        for (int y = 0; y < high; y++) {
            System.arraycopy(pixels, (y0 + y) * width + x0, part, y * wide, wide);
        }
        return new Grey(part, wide, high);
    }

    /** As the decoders take it. */
    public LuminanceSource source() {
        return new PlanarYUVLuminanceSource(pixels, width, height, 0, 0, width, height, false);
    }
}
