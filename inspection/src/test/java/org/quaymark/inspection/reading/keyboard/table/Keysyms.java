package org.quaymark.inspection.reading.keyboard.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of X key symbols and what they stand for, from {@code keysymdef.h} of x11proto (MIT licence). */
final class Keysyms {
    /** What a key symbol types: the character (a dead key: the accent standing alone), and whether it waits for the next. */
    record Output(String text, boolean dead) {
        static final Output NOTHING = new Output("", false);
    }

    private static final Pattern DEFINED =
            Pattern.compile("#define XK_(\\w+)\\s+0x[0-9a-fA-F]+\\s*/\\*[ (<]*U\\+([0-9A-F]{4,6})");
    private static final Pattern BY_NUMBER = Pattern.compile("U\\+?([0-9A-Fa-f]{2,6})|0x0*1([0-9A-Fa-f]{6})");

    /** The accents as Windows shows them alone; Greek ones are put right by the plan. */
    private static final Map<String, String> DEAD = Map.ofEntries(
            Map.entry("grave", "`"),
            Map.entry("acute", "´"),
            Map.entry("circumflex", "^"),
            Map.entry("tilde", "~"),
            Map.entry("perispomeni", "~"),
            Map.entry("diaeresis", "¨"),
            Map.entry("caron", "ˇ"),
            Map.entry("breve", "˘"),
            Map.entry("abovedot", "˙"),
            Map.entry("doubleacute", "˝"),
            Map.entry("cedilla", "¸"),
            Map.entry("ogonek", "˛"),
            Map.entry("macron", "¯"),
            Map.entry("abovering", "°"),
            Map.entry("stroke", "/"),
            Map.entry("belowdot", "\u0323"),
            Map.entry("hook", "\u0309"),
            Map.entry("horn", "\u031B"),
            Map.entry("belowcomma", ","),
            Map.entry("doublegrave", "\u030F"),
            Map.entry("invertedbreve", "\u0311"),
            Map.entry("psili", "᾿"),
            Map.entry("dasia", "῾"),
            Map.entry("iota", "ͺ"),
            Map.entry("greek", "µ"),
            Map.entry("currency", "¤"));

    private final Map<String, Integer> points = new HashMap<>();

    Keysyms(Path keysymdef) throws IOException {
        for (String line : Files.readAllLines(keysymdef)) {
            Matcher matcher = DEFINED.matcher(line);
            if (matcher.find()) {
                points.putIfAbsent(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
            }
        }
    }

    /** What the named symbol types; {@link Output#NOTHING} for shifts, unknown names and characters beyond U+FFFF. */
    Output output(String name) {
        if (name.startsWith("dead_")) {
            String accent = DEAD.get(name.substring("dead_".length()));
            return accent == null ? Output.NOTHING : new Output(accent, true);
        }
        Integer point = points.get(name);
        if (point == null) {
            Matcher matcher = BY_NUMBER.matcher(name);
            if (matcher.matches()) {
                point = Integer.parseInt(matcher.group(1) != null ? matcher.group(1) : matcher.group(2), 16);
            }
        }
        if (point == null || point > 0xFFFF || point < 0x20) {
            return Output.NOTHING;
        }
        return new Output(String.valueOf((char) point.intValue()), false);
    }
}
