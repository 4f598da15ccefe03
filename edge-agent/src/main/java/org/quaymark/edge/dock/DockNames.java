package org.quaymark.edge.dock;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order people count docks in: dock-2 before dock-10. */
final class DockNames {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    static final Comparator<String> NATURAL = Comparator.comparing(DockNames::padded);

    private DockNames() {}

    private static String padded(String name) {
        Matcher numbers = NUMBER.matcher(name);
        return numbers.replaceAll(found -> "0".repeat(9 - found.group().length()) + found.group()) + '\0' + name;
    }
}
