package org.quaymark.edge.scanner.image;

import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import java.util.Arrays;

/**
 * An image's brightness, a byte a pixel, row by row.
 *
 * @param pixels not changed after construction
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Grey(byte[] pixels, int width, int height) {
    /** With a white margin on every side: a code cut to its edge has no quiet zone, and is not found without one. */
    Grey padded(int margin) {
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
    Grey turned() {
        byte[] turned = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[(width - 1 - x) * height + y] = pixels[y * width + x];
            }
        }
        return new Grey(turned, /* width= */ height, /* height= */ width);
    }

    /** Half as wide and high, each pixel the mean of four. */
    Grey halved() {
        int wide = width / 2;
        int high = height / 2;
        byte[] half = new byte[wide * high];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                int at = 2 * y * width + 2 * x;
                int sum = (pixels[at] & 0xFF)
                        + (pixels[at + 1] & 0xFF)
                        + (pixels[at + width] & 0xFF)
                        + (pixels[at + width + 1] & 0xFF);
                half[y * wide + x] = (byte) (sum / 4);
            }
        }
        return new Grey(half, wide, high);
    }

    /** Twice as wide and high. */
    Grey doubled() {
        byte[] twice = new byte[pixels.length * 4];
        int wide = width * 2;
        for (int y = 0; y < height * 2; y++) {
            for (int x = 0; x < wide; x++) {
                twice[y * wide + x] = pixels[(y / 2) * width + x / 2];
            }
        }
        return new Grey(twice, wide, height * 2);
    }

    /** White for black. */
    Grey inverted() {
        byte[] inverted = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            inverted[i] = (byte) ~pixels[i];
        }
        return new Grey(inverted, width, height);
    }

    /** The middle, as a fraction of width and height: a detector that starts in the middle looks elsewhere then. */
    Grey cropped(double left, double top, double share) {
        int wide = Math.max(1, (int) (width * share));
        int high = Math.max(1, (int) (height * share));
        int x0 = Math.min(width - wide, (int) (width * left));
        int y0 = Math.min(height - high, (int) (height * top));
        byte[] part = new byte[wide * high];
        for (int y = 0; y < high; y++) {
            System.arraycopy(pixels, (y0 + y) * width + x0, part, y * wide, wide);
        }
        return new Grey(part, wide, high);
    }

    LuminanceSource source() {
        return new PlanarYUVLuminanceSource(pixels, width, height, 0, 0, width, height, false);
    }
}
