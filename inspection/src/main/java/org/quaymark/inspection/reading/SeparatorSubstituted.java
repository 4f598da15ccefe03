package org.quaymark.inspection.reading;

import java.util.List;
import java.util.regex.Pattern;

/** F9, F10, F16, F17: GS arrives as NUL, ESC, BS, RS or another control, as its name in brackets, or as the character 232. */
final class SeparatorSubstituted implements Undo {
    private static final Pattern SUBSTITUTE = Pattern.compile(
            "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1c\\x1e\\x1f\\u00e8]|[<{\\[](?:GS|FNC1)[>}\\]]", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Undone> undo(Envelope code) {
        String data = SUBSTITUTE.matcher(code.data()).replaceAll("\u001d");
        if (data.startsWith("\u001d")) {
            data = data.substring(1);
        }
        return data.equals(code.data())
                ? List.of()
                : List.of(new Undone(new Envelope(code.symbology(), data), ScannerFault.SEPARATOR_SUBSTITUTED));
    }
}
