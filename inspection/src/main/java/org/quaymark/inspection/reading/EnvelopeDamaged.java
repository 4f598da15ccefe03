package org.quaymark.inspection.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** F25: the control characters of an ISO/IEC 15434 envelope got lost or changed; one record of GS1 data is restored. */
final class EnvelopeDamaged implements Undo {
    private static final Pattern ONE_RECORD =
            Pattern.compile("\\[\\)>[\\x00-\\x1f]?05[\\x00-\\x1f]?(.*?)[\\x00-\\x1c\\x1e\\x1f]*", Pattern.DOTALL);

    @Override
    public List<Undone> undo(Envelope code) {
        if (!code.data().startsWith("[)>")) {
            return List.of();
        }
        Matcher record = ONE_RECORD.matcher(code.data());
        return record.matches()
                ? List.of(new Undone(new Envelope(null, record.group(1)), ScannerFault.ENVELOPE_DAMAGED))
                : List.of();
    }
}
