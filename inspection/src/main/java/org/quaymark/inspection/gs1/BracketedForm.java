package org.quaymark.inspection.gs1;

import java.util.List;

/**
 * Human readable interpretation. A parenthesis that opens no known AI belongs to the data; one that would, but is data, has a
 * backslash in front, which no data holds.
 */
final class BracketedForm {
    private static final String ESCAPED = "\\(";

    private BracketedForm() {}

    static ElementString parse(String text) {
        ElementCollector found = new ElementCollector();
        int open = bracket(text, 0);
        int begin = skipBlanks(text, 0, text.length());
        if (open != begin || open == text.length()) {
            found.errors().add(null, begin, "ai");
            return found.elements();
        }
        while (open < text.length()) {
            ApplicationIdentifier ai = AiTable.INSTANCE.at(text, open + 1);
            int next = bracket(text, open + 1);
            if (ai != null) {
                element(ai, text, open + 1, next, found);
            }
            open = next;
        }
        return found.elements();
    }

    private static void element(ApplicationIdentifier ai, String text, int position, int next, ElementCollector found) {
        int from = skipBlanks(text, position + ai.ai().length() + 1, next);
        int to = next;
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        String raw = text.substring(from, to);
        found.add(ai, raw.replace(ESCAPED, "("), position, index -> from + rawIndex(raw, index));
    }

    static String print(List<Element> elements) {
        StringBuilder out = new StringBuilder();
        for (Element element : elements) {
            String value = element.value();
            out.append('(').append(element.ai()).append(')');
            int from = 0;
            for (int at = bracket(value, 0); at < value.length(); at = bracket(value, at + 1)) {
                out.append(value, from, at).append('\\');
                from = at;
            }
            out.append(value, from, value.length());
        }
        return out.toString();
    }

    /** Where the next AI in parentheses opens, the text's length where none does. */
    private static int bracket(String text, int from) {
        for (int at = text.indexOf('(', from); at >= 0; at = text.indexOf('(', at + 1)) {
            ApplicationIdentifier ai = AiTable.INSTANCE.at(text, at + 1);
            boolean escaped = at > 0 && text.charAt(at - 1) == '\\';
            if (ai != null && !escaped && text.startsWith(")", at + 1 + ai.ai().length())) {
                return at;
            }
        }
        return text.length();
    }

    private static int rawIndex(String raw, int index) {
        int at = 0;
        for (int i = 0; i < index; i++) {
            at += raw.startsWith(ESCAPED, at) ? ESCAPED.length() : 1;
        }
        return at;
    }

    private static int skipBlanks(String text, int from, int to) {
        int at = from;
        while (at < to && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
