package org.quaymark.edge.scanner.image.bars;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Result;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.quaymark.inspection.gs1.Gtin;

/**
 * Counts the lines that say the same. One line proves nothing: a photo without any code has, among its thousand lines, some
 * that a check digit passes. Bars are as high as many lines, noise is not.
 */
final class Votes {
    /** More different texts than that come from noise. */
    private static final int MOST = 256;

    private record Text(BarcodeFormat format, String text) {}

    /** Lines a picture is read along where {@link #needed} counts as it says. */
    private static final int FEW_LINES = 48;

    private final Consumer<Result> found;
    private final int lines;
    private final Map<Text, Integer> votes = new HashMap<>();
    private final Set<Text> ofLine = new HashSet<>();

    /** Votes of that many lines. */
    Votes(int lines, Consumer<Result> found) {
        this.lines = lines;
        this.found = found;
    }

    void nextLine() {
        ofLine.clear();
    }

    void add(Result result) {
        Text text = new Text(result.getBarcodeFormat(), result.getText());
        if (votes.size() >= MOST && !votes.containsKey(text) || !ofLine.add(text)) {
            return;
        }
        if (votes.merge(text, 1, Integer::sum) == needed(text)) {
            found.accept(result);
        }
    }

    /** The weaker the code's own check, the more lines; and more of more lines, where the weak ones are concerned. */
    private int needed(Text text) {
        int weak = 5 * Math.max(1, lines / FEW_LINES);
        return switch (text.format()) {
            // Modulo 79 or 211, and its reader has put it together from several lines already.
            case RSS_14, RSS_EXPANDED -> 1;
            // Modulo 103 over characters of a form of their own; modulo 10 and a parity pattern that one in six has.
            case CODE_128, EAN_13, UPC_A -> 2;
            case ITF -> Gtin.isGtin14(text.text()) ? 3 : weak;
            // Modulo 10 over few digits, or no check at all.
            default -> weak;
        };
    }
}
