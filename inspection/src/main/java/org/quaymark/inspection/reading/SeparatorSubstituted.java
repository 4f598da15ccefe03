package org.quaymark.inspection.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.quaymark.inspection.gs1.ElementString;

/**
 * F9, F10, F14, F16, F17: GS arrives as NUL, ESC, BS, RS or another control, as its name in brackets, as the character 232, or
 * as the 029 of Alt+0,2,9 typed by a scanner that nobody decoded.
 */
final class SeparatorSubstituted implements Undo {
    private static final Pattern SUBSTITUTE = Pattern.compile(
            "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1c\\x1e\\x1f\\u00e8]|[<{\\[](?:GS|FNC1)[>}\\]]", Pattern.CASE_INSENSITIVE);

    private static final String ALT_CODE = "029";

    /** More than so many are no label: each may be a separator or what was printed. */
    private static final int MAX_ALT_CODES = 4;

    @Override
    public List<Undone> undo(Envelope code) {
        List<Undone> found = new ArrayList<>();
        if (mayHoldSubstitute(code.data())) {
            add(code, SUBSTITUTE.matcher(code.data()).replaceAll("\u001d"), found);
        }
        if (code.data().indexOf(ElementString.GS) < 0) {
            altCodes(code, found);
        }
        return found;
    }

    /** Nearly every text holds none of the characters that a substitute is or begins with, and needs no pattern to tell so. */
    static boolean mayHoldSubstitute(String data) {
        for (int i = 0; i < data.length(); i++) {
            char c = data.charAt(i);
            if ((c < ' ' && c != ElementString.GS) || c == '\u00e8' || c == '<' || c == '{' || c == '[') {
                return true;
            }
        }
        return false;
    }

    private static void altCodes(Envelope code, List<Undone> found) {
        List<Integer> places = new ArrayList<>();
        int at = code.data().indexOf(ALT_CODE);
        while (at >= 0) {
            places.add(at);
            at = code.data().indexOf(ALT_CODE, at + ALT_CODE.length());
        }
        if (places.size() > MAX_ALT_CODES) {
            return;
        }
        for (int chosen = 1; chosen < 1 << places.size(); chosen++) {
            StringBuilder data = new StringBuilder(code.data());
            for (int i = places.size() - 1; i >= 0; i--) {
                if ((chosen >> i & 1) == 1) {
                    data.replace(places.get(i), places.get(i) + ALT_CODE.length(), "\u001d");
                }
            }
            add(code, data.toString(), found);
        }
    }

    private static void add(Envelope code, String separated, List<Undone> found) {
        String data = separated.startsWith("\u001d") ? separated.substring(1) : separated;
        if (!data.equals(code.data())) {
            found.add(new Undone(new Envelope(code.symbology(), data), ScannerFault.SEPARATOR_SUBSTITUTED));
        }
    }
}
