package org.quaymark.inspection.gs1;

import java.util.ArrayList;
import java.util.List;

/** Takes a message of ISO/IEC 15434 apart. For one text only. */
final class EnvelopeParser {
    private static final String HEADER = "[)>\u001e";
    private static final char RS = '\u001e';
    private static final char EOT = '\u0004';
    private static final char GS = ElementString.GS;
    private static final int LONGEST_IDENTIFIER = 4;

    private final String text;
    private final List<Iso15434.FormatRecord> records = new ArrayList<>(1);
    private final ElementCollector found = new ElementCollector();
    private int elementsBefore;

    EnvelopeParser(String text) {
        this.text = text;
    }

    Iso15434 parse() {
        if (!text.startsWith(HEADER)) {
            return failed(commonPrefix(), "envelope");
        }
        int end = text.charAt(text.length() - 1) == EOT ? text.length() - 1 : text.length();
        int start = HEADER.length();
        while (start < end) {
            int recordEnd = text.indexOf(RS, start);
            if (recordEnd < 0) {
                return failed(end, "envelope");
            }
            if (recordEnd - start < 2 || !Digits.only(text.subSequence(start, start + 2))) {
                return failed(start, "format");
            }
            records.add(record(text.substring(start, start + 2), start, recordEnd));
            start = recordEnd + 1;
        }
        return records.isEmpty() ? failed(end, "format") : new Iso15434(records, errors());
    }

    private Iso15434.FormatRecord record(String format, int start, int end) {
        int from = start + 2;
        String data = text.substring(from, end);
        return switch (format) {
            case "05" -> {
                ElementParser.parse(text, separated(from), end, found);
                List<Element> all = found.elements().elements();
                List<Element> elements = all.subList(elementsBefore, all.size());
                elementsBefore = all.size();
                yield new Iso15434.FormatRecord(format, start, data, elements, List.of());
            }
            case "06" -> new Iso15434.FormatRecord(format, start, data, List.of(), fields(separated(from), end));
            default -> new Iso15434.FormatRecord(format, start, data, List.of(), List.of());
        };
    }

    /** Formats 05 and 06 have a GS behind the format indicator. */
    private int separated(int at) {
        if (text.charAt(at) == GS) {
            return at + 1;
        }
        found.errors().add(null, at, "separator");
        return at;
    }

    private List<Iso15434.DataField> fields(int from, int end) {
        List<Iso15434.DataField> fields = new ArrayList<>();
        for (int start = from; start <= end; ) {
            int separator = text.indexOf(GS, start);
            int to = separator < 0 || separator > end ? end : separator;
            int length = identifierLength(start, to);
            if (length == 0) {
                found.errors().add(null, start, "data-identifier");
            } else if (start + length == to) {
                found.errors().add(null, to, "length");
            } else {
                fields.add(new Iso15434.DataField(
                        text.substring(start, start + length), text.substring(start + length, to), start));
            }
            start = to + 1;
        }
        return fields;
    }

    /** Up to three digits and a capital letter (ANSI MH10.8.2); 0 where there is no such thing. */
    private int identifierLength(int from, int to) {
        for (int at = from; at < to && at < from + LONGEST_IDENTIFIER; at++) {
            char c = text.charAt(at);
            if (c >= 'A' && c <= 'Z') {
                return at - from + 1;
            }
            if (c < '0' || c > '9') {
                return 0;
            }
        }
        return 0;
    }

    private int commonPrefix() {
        int at = 0;
        while (at < text.length() && at < HEADER.length() && text.charAt(at) == HEADER.charAt(at)) {
            at++;
        }
        return at;
    }

    private Iso15434 failed(int position, String rule) {
        found.errors().add(null, position, rule);
        return new Iso15434(records, errors());
    }

    private List<Gs1Error> errors() {
        return found.elements().errors();
    }
}
