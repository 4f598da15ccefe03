package org.quaymark.inspection.gs1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding (RFC 3986, section 2.1). A plus is itself: in a path, and in the values of a Digital Link's query. */
final class PercentEncoding {
    /** Of ASCII's printable characters, those that may not stand in a URI as they are (RFC 3986, section 2). */
    private static final String NOT_IN_URIS = "\"<>\\^`{|}";

    private PercentEncoding() {}

    /** Index of the first character that has to be encoded, -1 where there is none. */
    static int firstIllegal(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c <= ' ' || c > '~' || NOT_IN_URIS.indexOf(c) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Index of the first percent sign without two hexadecimal digits behind, -1 where there is none. */
    static int firstBroken(String text) {
        for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
            if (!isEncoded(text, i)) {
                return i;
            }
        }
        return -1;
    }

    /** The characters meant; what is no percent-encoding is kept as it is, bytes that are no UTF-8 become U+FFFD. */
    static String decode(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        StringBuilder out = new StringBuilder(raw.length());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length(); i++) {
            if (isEncoded(raw, i)) {
                bytes.write(hex(raw.charAt(i + 1)) * 16 + hex(raw.charAt(i + 2)));
                i += 2;
            } else {
                out.append(bytes.toString(StandardCharsets.UTF_8)).append(raw.charAt(i));
                bytes.reset();
            }
        }
        return out.append(bytes.toString(StandardCharsets.UTF_8)).toString();
    }

    /** Where a character of the decoded text begins, as long as those before it are ASCII. */
    static int rawIndex(String raw, int index) {
        int at = 0;
        for (int i = 0; i < index; i++) {
            at += isEncoded(raw, at) ? 3 : 1;
        }
        return Math.min(at, raw.length());
    }

    private static boolean isEncoded(String text, int at) {
        return at + 2 < text.length()
                && text.charAt(at) == '%'
                && hex(text.charAt(at + 1)) >= 0
                && hex(text.charAt(at + 2)) >= 0;
    }

    private static int hex(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }
}
