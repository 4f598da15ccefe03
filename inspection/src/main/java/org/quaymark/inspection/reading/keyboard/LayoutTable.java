package org.quaymark.inspection.reading.keyboard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code layouts.txt}.
 *
 * <pre>
 * compose 1252 ´eé´aá…          compositions of a code page, three characters each: accent, letter, result
 * layout de|German|1252|1D      name, title, compositions, what Ctrl and the key of ] gives (hexadecimal, - for nothing)
 * ^1234567890ß´qwertz…&lt;         what the keys of {@link UsKeys#PLAIN} give; U+2400 for nothing
 * °!"§$%&/()=?`QWERTZ…          the same with Shift
 * dead `=+                      the keys among them that are dead, by their US characters
 * extra "eė                     further compositions: two US characters, result
 * pair us de                    a scanner set to de on a system set to us
 * rare                          from here on, layouts that do not make a clean text doubtful
 * </pre>
 */
final class LayoutTable {
    private static final String RESOURCE = "layouts.txt";
    private static final char NOTHING = '\u2400';

    private final Map<String, Map<String, String>> compositions = new HashMap<>();
    private final List<KeyboardLayout> layouts = new ArrayList<>();
    private final Map<String, KeyboardLayout> byName = new HashMap<>();
    private int common;

    static LayoutTable read() {
        try (InputStream in = LayoutTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The table of keyboard layouts is not on the class path");
            }
            LayoutTable table = new LayoutTable();
            table.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the table of keyboard layouts", e);
        }
    }

    /** A table in the same format from elsewhere. */
    static LayoutTable read(Reader from) throws IOException {
        LayoutTable table = new LayoutTable();
        table.read(new BufferedReader(from));
        return table;
    }

    List<KeyboardLayout> layouts() {
        return List.copyOf(layouts);
    }

    /** How many of them, at the list's beginning, a text may be in without anybody wondering. */
    int common() {
        return common == 0 ? layouts.size() : common;
    }

    private void read(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null) {
            if (line.startsWith("compose ")) {
                int space = line.indexOf(' ', 8);
                compositions.put(line.substring(8, space), triples(line.substring(space + 1)));
            } else if (line.startsWith("pair ")) {
                String[] names = line.split(" ", 3);
                add(ScannerLayout.pair(layout(names[2]), layout(names[1])));
            } else if (line.equals("rare")) {
                common = layouts.size();
            } else if (line.startsWith("layout ")) {
                line = layout(line.substring(7).split("\\|", 4), lines);
                continue;
            }
            line = lines.readLine();
        }
    }

    /** Returns the first line after the layout's own; empty at the end. */
    private @Nullable String layout(String[] head, BufferedReader lines) throws IOException {
        KeyMap.Builder map = new KeyMap.Builder();
        keys(UsKeys.PLAIN, lines.readLine(), map);
        keys(UsKeys.SHIFTED, lines.readLine(), map);
        map.groupSeparator(head[3].equals("-") ? "" : String.valueOf((char) Integer.parseInt(head[3], 16)));
        List<String> extras = new ArrayList<>();
        String dead = "";
        String line = lines.readLine();
        while (line != null && (line.startsWith("dead ") || line.startsWith("extra "))) {
            if (line.startsWith("dead ")) {
                dead = line.substring(5);
            } else {
                extras.add(line.substring(6));
            }
            line = lines.readLine();
        }
        for (int i = 0; i < dead.length(); i++) {
            map.dead(dead.charAt(i));
            compose(dead.charAt(i), compositions.getOrDefault(head[2], Map.of()), map);
        }
        for (String extra : extras) {
            triples(extra).forEach((keys, result) -> map.composed(keys.charAt(0), keys.charAt(1), result.charAt(0)));
        }
        add(new KeyboardLayout(head[0], head[1], map.build()));
        return line;
    }

    private static Map<String, String> triples(String text) {
        Map<String, String> triples = new HashMap<>();
        for (int i = 0; i + 2 < text.length(); i += 3) {
            triples.put(text.substring(i, i + 2), text.substring(i + 2, i + 3));
        }
        return triples;
    }

    private static void compose(char dead, Map<String, String> compositions, KeyMap.Builder map) {
        for (char second = '!'; second < 127; second++) {
            String composed = compositions.get(map.typed(dead) + map.typed(second));
            if (composed != null) {
                map.composed(dead, second, composed.charAt(0));
            }
        }
    }

    private static void keys(String us, @Nullable String row, KeyMap.Builder map) {
        if (row == null || row.length() != us.length()) {
            throw new IllegalStateException(
                    "A row of the table of keyboard layouts has not " + us.length() + " keys: " + row);
        }
        for (int i = 0; i < us.length(); i++) {
            map.key(us.charAt(i), row.charAt(i) == NOTHING ? "" : row.substring(i, i + 1));
        }
    }

    private KeyboardLayout layout(String name) {
        KeyboardLayout layout = byName.get(name);
        if (layout == null) {
            throw new IllegalStateException("The table of keyboard layouts has no " + name);
        }
        return layout;
    }

    private void add(KeyboardLayout layout) {
        layouts.add(layout);
        byName.put(layout.name(), layout);
    }
}
