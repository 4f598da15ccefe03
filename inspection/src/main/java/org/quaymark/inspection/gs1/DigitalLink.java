package org.quaymark.inspection.gs1;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * GS1 Digital Link URIs, uncompressed (GS1 Digital Link Standard: URI Syntax 1.4): the path ends with a primary key and its
 * qualifiers in their order, and the query may carry data attributes. Whose host it is says nothing.
 */
public final class DigitalLink {
    private static final int MAX_LENGTH = 4_096;

    private DigitalLink() {}

    /** Whether that begins as a web address does. */
    public static boolean isWebAddress(String text) {
        return text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8);
    }

    /**
     * The elements a Digital Link stands for.
     *
     * @return null where the text is no web address with a GS1 key in its path; with errors where the key is there and
     *     something is wrong with it
     */
    public static @Nullable ElementString parse(String text) {
        if (text.length() > MAX_LENGTH || !isWebAddress(text)) {
            return null;
        }
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
        String path = uri.getRawPath();
        if (path == null) {
            return null;
        }
        List<String> segments = new ArrayList<>(List.of(path.split("/")));
        for (int i = segments.size() - 2; i >= 0; i--) {
            ApplicationIdentifier key = AiTable.INSTANCE.find(segments.get(i));
            if (key != null && key.primaryKey() && (segments.size() - i) % 2 == 0 && mayBe(key, segments.get(i + 1))) {
                return elements(key, segments.subList(i, segments.size()), uri.getRawQuery());
            }
        }
        return null;
    }

    private static ElementString elements(ApplicationIdentifier key, List<String> path, @Nullable String query) {
        List<Element> elements = new ArrayList<>();
        List<Gs1Error> errors = new ArrayList<>();
        for (int i = 0; i < path.size(); i += 2) {
            String ai = path.get(i);
            String value = decode(path.get(i + 1), ai, errors);
            elements.add(new Element(ai, i == 0 && ai.equals("01") ? padded(value) : value, 0));
        }
        List<String> qualifiers = elements.stream().skip(1).map(Element::ai).toList();
        if (key.linkQualifiers().stream().noneMatch(order -> isInOrder(qualifiers, order))) {
            errors.add(new Gs1Error(qualifiers.isEmpty() ? null : qualifiers.get(0), 0, "qualifier"));
        }
        if (query != null) {
            for (String parameter : query.split("[&;]")) {
                int equals = parameter.indexOf('=');
                ApplicationIdentifier ai = equals < 1 ? null : AiTable.INSTANCE.find(parameter.substring(0, equals));
                // Parameters that are no AI are somebody's own; digits alone are kept for AIs.
                if (ai != null && ai.dataAttribute()) {
                    elements.add(new Element(ai.ai(), decode(parameter.substring(equals + 1), ai.ai(), errors), 0));
                } else if (equals > 0 && Digits.only(parameter.substring(0, equals))) {
                    errors.add(new Gs1Error(parameter.substring(0, equals).toLowerCase(Locale.ROOT), 0, "attribute"));
                }
            }
        }
        return ElementString.checked(elements, errors);
    }

    /** Shorter GTINs may stand in a path as they are (URI Syntax 1.4, section 4.5). */
    private static String padded(String gtin) {
        String normal = Gtin.normalise(gtin);
        return normal == null ? gtin : normal;
    }

    /** Whether the next segment has the form of that key: the path of a blog has numbers in it too. */
    private static boolean mayBe(ApplicationIdentifier key, String segment) {
        List<Gs1Error> errors = new ArrayList<>();
        String value = decode(segment, key.ai(), errors);
        FieldCheck.errors(new Element(key.ai(), key.ai().equals("01") ? padded(value) : value, 0), errors);
        return errors.stream()
                .noneMatch(e -> e.rule().equals("length") || e.rule().equals("characters"));
    }

    private static boolean isInOrder(List<String> qualifiers, List<String> order) {
        int last = -1;
        for (String qualifier : qualifiers) {
            int index = order.indexOf(qualifier);
            if (index <= last) {
                return false;
            }
            last = index;
        }
        return true;
    }

    private static String decode(String raw, String ai, List<Gs1Error> errors) {
        try {
            // A plus is itself in a path and in GS1's query values; URLDecoder would make it a blank.
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            errors.add(new Gs1Error(ai, 0, "encoding"));
            return raw;
        }
    }
}
