package org.quaymark.edge.scanner.image.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    private static final int WIDE = 64;
    private static final int HIGH = 32;

    /** Exif 2.32, 4.6.4.A: which corners the first pixel and the end of the first row belong to. */
    @ParameterizedTest
    @CsvSource({"1, TL, TR", "2, TR, TL", "3, BR, BL", "4, BL, BR", "5, TL, BL", "6, TR, BR", "7, BR, TR", "8, BL, TL"})
    void turnsAPhotoAsTheCameraWasHeld(int orientation, String first, String endOfRow) throws Exception {
        BufferedImage stored = white(BufferedImage.TYPE_BYTE_GRAY);
        fill(stored, Color.BLACK, 0);
        fill(stored, Color.GRAY, WIDE - 16);
        Grey upright = Pictures.decode(withOrientation(encoded(stored, "jpg"), orientation));
        assertEquals(orientation < 5 ? WIDE : HIGH, upright.width());
        assertTrue(corner(upright, first) < 40, () -> "first pixel not at " + first);
        int grey = corner(upright, endOfRow);
        assertTrue(grey > 60 && grey < 200, () -> "end of row not at " + endOfRow + ": " + grey);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 65_535})
    void looksAtAPhotoOfAnUnknownOrientationAsItIs(int orientation) throws Exception {
        byte[] photo = withOrientation(encoded(white(BufferedImage.TYPE_BYTE_GRAY), "jpg"), orientation);
        assertEquals(WIDE, Pictures.decode(photo).width());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED
            })
    void seesDarkAndBrightInEveryKindOfPng(int type) throws Exception {
        BufferedImage image = white(type);
        fill(image, Color.BLACK, 0);
        Grey grey = Pictures.decode(encoded(image, "png"));
        assertEquals(0, grey.at(2, 2));
        assertEquals(255, grey.at(WIDE - 2, HIGH - 2));
    }

    @Test
    void seesAGreyAsItIsInEightAndSixteenBits() throws Exception {
        BufferedImage eight = white(BufferedImage.TYPE_BYTE_GRAY);
        eight.getRaster().setSample(5, 5, 0, 100);
        assertEquals(100, Pictures.decode(encoded(eight, "png")).at(5, 5));
        BufferedImage sixteen = white(BufferedImage.TYPE_USHORT_GRAY);
        sixteen.getRaster().setSample(5, 5, 0, 100 << 8);
        assertEquals(100, Pictures.decode(encoded(sixteen, "png")).at(5, 5));
    }

    @Test
    void seesSixteenBitColourWithTransparency() throws Exception {
        var model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), true, false, 3, DataBuffer.TYPE_USHORT);
        BufferedImage image = new BufferedImage(model, model.createCompatibleWritableRaster(4, 4), false, null);
        image.getRaster().setPixel(1, 1, new int[] {0, 0, 0, 65_535});
        Grey grey = Pictures.decode(encoded(image, "png"));
        assertEquals(0, grey.at(1, 1));
        assertEquals(255, grey.at(2, 2), "what is transparent is white paper");
    }

    @Test
    void saysThatItDoesNotReadCmyk() throws Exception {
        byte[] cmyk = jpegOfFourBands();
        IOException refused = assertThrows(IOException.class, () -> Pictures.decode(cmyk));
        assertTrue(String.valueOf(refused.getMessage()).contains("CMYK"), refused::toString);
    }

    @Test
    void saysThatABrokenJpegIsBroken() throws Exception {
        byte[] photo = encoded(white(BufferedImage.TYPE_3BYTE_BGR), "jpg");
        assertThrows(IOException.class, () -> Pictures.decode(Arrays.copyOf(photo, 100)));
        byte[] garbled = photo.clone();
        Arrays.fill(garbled, 20, 160, (byte) 0xFF);
        assertThrows(IOException.class, () -> Pictures.decode(garbled));
        assertThrows(IOException.class, () -> Pictures.decode(new byte[0]));
    }

    @ParameterizedTest
    @CsvSource({"5250, 4000", "100000, 100000", "2147483647, 2147483647", "20500001, 1"})
    void refusesTooManyPixelsBeforeDecodingAny(int width, int height) throws Exception {
        byte[] image = encoded(white(BufferedImage.TYPE_BYTE_GRAY), "png");
        ByteBuffer.wrap(image).putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(image, 12, 17);
        ByteBuffer.wrap(image).putInt(29, (int) crc.getValue());
        IOException refused = assertThrows(IOException.class, () -> Pictures.decode(image));
        assertTrue(String.valueOf(refused.getMessage()).contains("pixels"), refused::toString);
    }

    private static BufferedImage white(int type) {
        BufferedImage image = new BufferedImage(WIDE, HIGH, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDE, HIGH);
        graphics.dispose();
        return image;
    }

    private static void fill(BufferedImage image, Color colour, int x) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(x, 0, 16, 16);
        graphics.dispose();
    }

    private static int corner(Grey grey, String corner) {
        int x = corner.endsWith("L") ? 4 : grey.width() - 5;
        int y = corner.startsWith("T") ? 4 : grey.height() - 5;
        return grey.at(x, y);
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, out));
        return out.toByteArray();
    }

    /** An Exif segment with that one tag, put behind the start of the JPEG. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + 36);
        out.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) 34);
        out.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        out.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        out.putShort((short) orientation).putShort((short) 0).putInt(0);
        return out.put(jpeg, 2, jpeg.length - 2).array();
    }

    private static byte[] jpegOfFourBands() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(
                    new IIOImage(Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null), null, null));
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
