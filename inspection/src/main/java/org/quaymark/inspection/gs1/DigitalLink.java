package org.quaymark.inspection.gs1;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GS1 Digital Link URIs, uncompressed (GS1 Digital Link Standard: URI Syntax 1.4): the path ends with a primary key and its
 * qualifiers in their order, and the query may carry data attributes. Whose host it is says nothing. Of several primary keys
 * in a path the last counts, as what stands before is the host's own.
 */
public final class DigitalLink {
    private static final int MAX_LENGTH = 4_096;
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private DigitalLink() {}

    /** Whether that begins as a web address does. */
    public static boolean isWebAddress(String text) {
        return text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8);
    }

    /**
     * The elements a Digital Link stands for.
     *
     * @return null where the text is no web address with a GS1 key in its path; with errors where the key is there and
     *     something is wrong with it: besides those of element strings {@code qualifier} (not this key's, or out of
     *     order), {@code attribute} (no AI that a query may carry) and {@code encoding} (a character that has to be
     *     percent-encoded, or a percent sign without two hexadecimal digits)
     */
    public static @Nullable ElementString parse(String text) {
        return text.length() > MAX_LENGTH || !isWebAddress(text) ? null : new LinkParser(text).parse();
    }

    /**
     * The Digital Link of elements: the first that is a primary key, the qualifiers it has, and the others as attributes.
     *
     * @param stem scheme, host and perhaps a path, such as {@code https://id.gs1.org}
     * @throws IllegalArgumentException where no element is a primary key, or one may stand neither in the path nor in the
     *     query
     */
    public static String print(String stem, List<Element> elements) {
        Element key = elements.stream()
                .filter(e -> ai(e).primaryKey())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no primary key among " + elements));
        List<Element> rest = new ArrayList<>(elements);
        rest.remove(key);
        StringBuilder out = new StringBuilder(stem);
        append(out, '/', key, '/');
        for (Element qualifier : qualifiers(ai(key), rest)) {
            append(out, '/', qualifier, '/');
            rest.remove(qualifier);
        }
        char before = '?';
        for (Element attribute : rest) {
            if (!ai(attribute).dataAttribute()) {
                throw new IllegalArgumentException("may not stand in a query: " + attribute);
            }
            append(out, before, attribute, '=');
            before = '&';
        }
        return out.toString();
    }

    /** Those of the one order that takes most of them. */
    private static List<Element> qualifiers(ApplicationIdentifier key, List<Element> elements) {
        List<Element> most = List.of();
        for (List<String> order : key.linkQualifiers()) {
            List<Element> found = order.stream()
                    .flatMap(ai ->
                            elements.stream().filter(e -> e.ai().equals(ai)).limit(1))
                    .toList();
            most = found.size() > most.size() ? found : most;
        }
        return most;
    }

    private static void append(StringBuilder out, char before, Element element, char between) {
        out.append(before).append(element.ai()).append(between);
        for (byte b : element.value().getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(b) >= 0) {
                out.append((char) b);
            } else {
                out.append(String.format("%%%02X", b));
            }
        }
    }

    private static ApplicationIdentifier ai(Element element) {
        ApplicationIdentifier ai = AiTable.INSTANCE.find(element.ai());
        if (ai == null) {
            throw new IllegalArgumentException("no such AI: " + element.ai());
        }
        return ai;
    }
}
