package org.quaymark.inspection.reading.keyboard.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code symbols} files of the X keyboard database (xkeyboard-config, MIT licence), as far as the first group's
 * first two levels go: which key symbol a key gives plain and with Shift.
 */
final class XkbSymbols {
    private static final Pattern COMMENT = Pattern.compile("(//|#)[^\\n]*");
    private static final Pattern SECTION = Pattern.compile("((?:\\w+\\s+)*)xkb_symbols\\s+\"([^\"]+)\"\\s*\\{");
    private static final Pattern STATEMENT = Pattern.compile(
            "(include|augment|override|replace)\\s+\"([^\"]+)\"|key\\s*<(\\w+)>\\s*\\{(.*?)\\}\\s*;", Pattern.DOTALL);
    private static final Pattern INCLUDED = Pattern.compile("([\\w/]+)(?:\\(([^)]+)\\))?(:\\d)?");
    private static final Pattern LEVELS =
            Pattern.compile("(?:symbols\\[[Gg]roup1\\]\\s*=\\s*)?\\[([^\\]]*)\\]", Pattern.DOTALL);

    private final Path symbols;
    private final Map<String, String> files = new HashMap<>();

    XkbSymbols(Path xkb) {
        symbols = xkb.resolve("symbols");
    }

    /** Key name ({@code AD01}) to its two symbols, for a layout such as {@code de} or {@code de(mac)}. */
    Map<String, String[]> read(String layout) {
        Map<String, String[]> keys = new HashMap<>();
        include(layout, keys);
        return keys;
    }

    private void include(String what, Map<String, String[]> keys) {
        for (String part : what.split("[+|]")) {
            Matcher matcher = INCLUDED.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("Cannot read include \"" + what + "\"");
            }
            if (matcher.group(3) == null || matcher.group(3).equals(":1")) {
                section(matcher.group(1), matcher.group(2), keys);
            }
        }
    }

    private void section(String file, String name, Map<String, String[]> keys) {
        String text = files.computeIfAbsent(file, this::load);
        Matcher section = SECTION.matcher(text);
        String body = null;
        while (section.find()) {
            boolean wanted = name == null
                    ? section.group(1).contains("default")
                    : section.group(2).equals(name);
            if (wanted || (name == null && body == null)) {
                body = text.substring(section.end(), end(text, section.end()));
                if (wanted) {
                    break;
                }
            }
        }
        if (body == null) {
            throw new IllegalArgumentException("No section " + name + " in " + file);
        }
        Matcher statement = STATEMENT.matcher(body);
        while (statement.find()) {
            if (statement.group(2) != null) {
                include(statement.group(2), keys);
            } else {
                key(statement.group(3), statement.group(4), keys);
            }
        }
    }

    private static void key(String named, String body, Map<String, String[]> keys) {
        Matcher levels = LEVELS.matcher(
                body.replaceAll("(type|actions|virtualMods)(\\[[^\\]]*\\])?\\s*=[^,\\[]*(\\[[^\\]]*\\])?,?", ""));
        if (!levels.find()) {
            return;
        }
        List<String> given =
                new ArrayList<>(Arrays.asList(levels.group(1).trim().split("\\s*,\\s*")));
        String name = alias(named);
        String[] old = keys.getOrDefault(name, new String[] {"NoSymbol", "NoSymbol"});
        String plain = pick(given, 0, old[0]);
        String shifted = given.size() > 1 ? pick(given, 1, old[1]) : plain;
        keys.put(name, new String[] {plain, shifted});
    }

    /** Keys named by the letter they have on a US keyboard, as in the database's {@code keycodes/aliases}. */
    private static String alias(String name) {
        if (!name.startsWith("Lat")) {
            return name;
        }
        int number = "QWERTYUIOPASDFGHJKLZXCVBNM".indexOf(name.charAt(3)) + 1;
        String row = number <= 10 ? "AD" : number <= 19 ? "AC" : "AB";
        int place = number <= 10 ? number : number <= 19 ? number - 10 : number - 19;
        return row + (place < 10 ? "0" : "") + place;
    }

    private static String pick(List<String> given, int level, String old) {
        String symbol = given.size() > level ? given.get(level) : "";
        return symbol.isEmpty() || symbol.equals("any") || symbol.equalsIgnoreCase("NoSymbol") ? old : symbol;
    }

    private static int end(String text, int from) {
        int depth = 1;
        int at = from;
        while (depth > 0) {
            char c = text.charAt(at++);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return at - 1;
    }

    private String load(String file) {
        try {
            return COMMENT.matcher(Files.readString(symbols.resolve(file))).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read X symbols " + file, e);
        }
    }
}
