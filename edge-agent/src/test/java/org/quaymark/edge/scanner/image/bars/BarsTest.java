package org.quaymark.edge.scanner.image.bars;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.common.BitMatrix;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quaymark.edge.scanner.image.pixels.Deadline;
import org.quaymark.edge.scanner.image.pixels.Grey;

class BarsTest {
    private static final int HIGH = 60;

    @Test
    void takesWhatSeveralLinesSay() throws Exception {
        assertEquals(List.of("9506000134352"), read(picture("9506000134352", BarcodeFormat.EAN_13, HIGH)));
    }

    @Test
    void takesNothingThatOneLineAloneSays() throws Exception {
        assertEquals(List.of(), read(picture("9506000134352", BarcodeFormat.EAN_13, 1)));
        assertEquals(List.of(), read(picture("010950600013435210ABC", BarcodeFormat.CODE_128, 1)));
    }

    @Test
    void asksMoreOfACodeWhoseCheckIsWeak() throws Exception {
        assertEquals(List.of(), read(picture("12345670", BarcodeFormat.EAN_8, 4)));
        assertEquals(List.of("12345670"), read(picture("12345670", BarcodeFormat.EAN_8, HIGH)));
        assertEquals(List.of(), read(picture("12345678", BarcodeFormat.ITF, 4)));
    }

    @Test
    void readsCodesBesideOneAnotherOnALine() throws Exception {
        Grey left = picture("9506000134352", BarcodeFormat.EAN_13, HIGH);
        Grey right = picture("LOT-4711", BarcodeFormat.CODE_128, HIGH);
        byte[] pixels = new byte[(left.width() + right.width()) * HIGH];
        for (int y = 0; y < HIGH; y++) {
            int row = y * (left.width() + right.width());
            System.arraycopy(left.pixels(), y * left.width(), pixels, row, left.width());
            System.arraycopy(right.pixels(), y * right.width(), pixels, row + left.width(), right.width());
        }
        List<String> read = read(new Grey(pixels, left.width() + right.width(), HIGH));
        read.sort(null);
        assertEquals(List.of("9506000134352", "LOT-4711"), read);
    }

    private static List<String> read(Grey grey) {
        List<String> texts = new ArrayList<>();
        new Bars(Bars.Kind.ALL, new PlainLine(), 48, result -> texts.add(result.getText()))
                .read(grey, Deadline.in(Duration.ofSeconds(5)));
        return texts;
    }

    /** Bars of that height on a white picture. */
    private static Grey picture(String text, BarcodeFormat format, int high) throws Exception {
        BitMatrix bars = new MultiFormatWriter().encode(text, format, 400, 1);
        byte[] pixels = new byte[bars.getWidth() * HIGH];
        Arrays.fill(pixels, (byte) 0xFF);
        int top = (HIGH - high) / 2;
        for (int y = top; y < top + high; y++) {
            for (int x = 0; x < bars.getWidth(); x++) {
                pixels[y * bars.getWidth() + x] = (byte) (bars.get(x, 0) ? 0 : 0xFF);
            }
        }
        return new Grey(pixels, bars.getWidth(), HIGH);
    }
}
