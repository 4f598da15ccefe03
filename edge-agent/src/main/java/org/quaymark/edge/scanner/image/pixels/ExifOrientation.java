package org.quaymark.edge.scanner.image.pixels;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, from a JPEG's Exif segment (Exif 2.32, 4.6.4.A, tag 0x0112): 1 is upright, 2 to 8 are turned or
 * mirrored. Whatever is missing, broken or unknown is 1: it decides how a picture is looked at first, nothing else.
 */
final class ExifOrientation {
    static final int UPRIGHT = 1;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int TAG = 0x0112;

    private ExifOrientation() {}

    static int of(byte[] jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
            int marker = jpeg[at + 1] & 0xFF;
            int length = (jpeg[at + 2] & 0xFF) << 8 | (jpeg[at + 3] & 0xFF);
            if (marker == START_OF_SCAN || length < 2 || at + 2 + length > jpeg.length) {
                return UPRIGHT;
            }
            if (marker == APP1 && isExif(jpeg, at + 4, length - 2)) {
                return inTiff(ByteBuffer.wrap(jpeg, at + 10, length - 8).slice());
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static boolean isExif(byte[] jpeg, int at, int length) {
        return length >= 14
                && jpeg[at] == 'E'
                && jpeg[at + 1] == 'x'
                && jpeg[at + 2] == 'i'
                && jpeg[at + 3] == 'f'
                && jpeg[at + 4] == 0
                && jpeg[at + 5] == 0;
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return UPRIGHT;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry > tiff.limit() - 12) {
                return UPRIGHT;
            }
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int value = tiff.getShort(entry + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** The picture as it was meant. */
    static Grey upright(Grey picture, int orientation) {
        return switch (orientation) {
            case 2 -> picture.mirrored();
            case 3 -> picture.turned().turned();
            case 4 -> picture.mirrored().turned().turned();
            case 5 -> picture.mirrored().turned();
            case 6 -> picture.turned().turned().turned();
            case 7 -> picture.turned().mirrored();
            case 8 -> picture.turned();
            default -> picture;
        };
    }
}
