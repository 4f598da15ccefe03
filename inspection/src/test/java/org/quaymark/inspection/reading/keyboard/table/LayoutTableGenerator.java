package org.quaymark.inspection.reading.keyboard.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes {@code layouts.txt} from {@code layout-plan.txt} and the X keyboard database:
 *
 * <pre>
 * mvn -q -pl inspection test-compile
 * java -cp inspection/target/test-classes:… …table.LayoutTableGenerator /usr/share/X11/xkb /usr/include/X11/keysymdef.h OUT
 * </pre>
 *
 * (Debian: packages xkb-data and x11proto-dev.)
 */
public final class LayoutTableGenerator {
    private static final String[] KEYS = ("TLDE AE01 AE02 AE03 AE04 AE05 AE06 AE07 AE08 AE09 AE10 AE11 AE12 "
                    + "AD01 AD02 AD03 AD04 AD05 AD06 AD07 AD08 AD09 AD10 AD11 AD12 BKSL "
                    + "AC01 AC02 AC03 AC04 AC05 AC06 AC07 AC08 AC09 AC10 AC11 "
                    + "AB01 AB02 AB03 AB04 AB05 AB06 AB07 AB08 AB09 AB10 LSGT")
            .split(" ");
    private static final String PLAIN = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./\u0001";
    private static final String SHIFTED = "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?\u0002";
    private static final String CSET_82 =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    /** A layout of the X database without more characters than that is of no use to anybody. */
    private static final int LOSSES_ALLOWED = 2;

    private static final String UNKNOWN = "xkeyboard-config of unknown version";
    private static final char NOTHING = '\u2400';
    private static final String ACCENTS = "`´^~¨ˇ˘˙˝¸˛¯°'\"";
    private static final String MARKS =
            "\u0300\u0301\u0302\u0303\u0308\u030C\u0306\u0307\u030B\u0327\u0328\u0304\u030A\u0301\u0308";

    /** The 102nd key where the layout's own file says nothing: as in the database's general file. */
    private static final Keysyms.Output[] MISSING_KEY = {new Keysyms.Output("<", false), new Keysyms.Output(">", false)
    };

    /** Stands between the layouts that a text may be in without anybody wondering, and the others. */
    private static final Row RARE = new Row("rare", "", "-", "");

    private final XkbSymbols symbols;
    private final Keysyms keysyms;
    private final List<Row> rows = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    private LayoutTableGenerator(Path xkb, Path keysymdef) throws IOException {
        symbols = new XkbSymbols(xkb);
        keysyms = new Keysyms(keysymdef);
    }

    /** Arguments: the X keyboard database's folder, {@code keysymdef.h}, the file to write. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[2]), generate(Path.of(args[0]), Path.of(args[1])));
    }

    /** The table's text. */
    public static String generate(Path xkb, Path keysymdef) throws IOException {
        LayoutTableGenerator generator = new LayoutTableGenerator(xkb, keysymdef);
        try (InputStream plan = LayoutTableGenerator.class.getResourceAsStream("layout-plan.txt")) {
            if (plan == null) {
                throw new IllegalStateException("No layout-plan.txt on the class path");
            }
            generator.follow(new String(plan.readAllBytes(), StandardCharsets.UTF_8), xkb);
        }
        return generator.table(version(xkb));
    }

    /** The X keyboard database's version, from what it tells pkg-config. */
    public static String version(Path xkb) throws IOException {
        Path config = xkb.resolve("../../pkgconfig/xkeyboard-config.pc");
        return Files.exists(config)
                ? Files.readAllLines(config).stream()
                        .filter(line -> line.startsWith("Version: "))
                        .map(line -> "xkeyboard-config " + line.substring("Version: ".length()))
                        .findFirst()
                        .orElse(UNKNOWN)
                : UNKNOWN;
    }

    /**
     * Every layout and variant that the X keyboard database lists, in the table's own format: for tests with layouts that
     * the table may not have.
     */
    public static String everything(Path xkb, Path keysymdef) throws IOException {
        LayoutTableGenerator generator = new LayoutTableGenerator(xkb, keysymdef);
        String list = Files.readString(xkb.resolve("rules/evdev.lst"));
        generator.rest(list, CSET_82.length());
        generator.variants(list, CSET_82.length());
        return generator.table(version(xkb));
    }

    private void follow(String plan, Path xkb) throws IOException {
        for (String line : plan.split("\n")) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "layout" -> layout(words[1].split("\\|"));
                case "set" -> last().set(words[1]);
                case "dead" -> last().dead = words[1].equals("-") ? "" : words[1];
                case "extra-key" -> last().extraKey(words[1]);
                case "extra" -> last().extra = words[1];
                case "pair" -> rows.add(new Row(line, "", "-", ""));
                case "rest" -> rest(Files.readString(xkb.resolve("rules/evdev.lst")), LOSSES_ALLOWED);
                case "rare" -> rows.add(RARE);
                case "variants" -> variants(Files.readString(xkb.resolve("rules/evdev.lst")), LOSSES_ALLOWED);
                default -> {
                    if (!line.isBlank() && !line.startsWith("#")) {
                        throw new IllegalArgumentException("Not a line of the plan: " + line);
                    }
                }
            }
        }
    }

    private Row last() {
        return rows.get(rows.size() - 1);
    }

    private void layout(String[] head) {
        rows.add(row(head[0], head[1], head[2], head[3], head[4]));
    }

    private Row row(String name, String title, String source, String page, String gs) {
        Row row = new Row(name, title, page, gs);
        Map<String, String[]> keys = symbols.read(source);
        for (int level = 0; level < 2; level++) {
            StringBuilder outputs = new StringBuilder();
            for (int i = 0; i < KEYS.length; i++) {
                String[] both = keys.get(KEYS[i]);
                Keysyms.Output output = both != null
                        ? keysyms.output(both[level])
                        : i == KEYS.length - 1 ? MISSING_KEY[level] : Keysyms.Output.NOTHING;
                outputs.append(output.text().isEmpty() ? String.valueOf(NOTHING) : output.text());
                if (output.dead() && i < KEYS.length - 1) {
                    row.dead += (level == 0 ? PLAIN : SHIFTED).charAt(i);
                }
            }
            row.outputs[level] = outputs.toString();
        }
        return row;
    }

    /** The other layouts in the database's own list, without those that say nothing new or lose too much. */
    private void rest(String list, int lossesAllowed) {
        rows.forEach(row -> known.add(row.facts()));
        String layouts = list.substring(list.indexOf("! layout"), list.indexOf("! variant"));
        for (String line : layouts.split("\n")) {
            String[] words = line.trim().split("\\s+", 2);
            if (words[0].length() > 1 && !words[0].equals("custom")) {
                add(row("x-" + words[0], words[1], words[0], "all", "1D"), lossesAllowed);
            }
        }
    }

    private void variants(String list, int lossesAllowed) {
        String variants = list.substring(list.indexOf("! variant"), list.indexOf("! option"));
        for (String line : variants.split("\n")) {
            String[] words = line.trim().split("\\s+", 3);
            if (words.length == 3 && words[1].endsWith(":")) {
                String layout = words[1].substring(0, words[1].length() - 1);
                String source = layout + "(" + words[0] + ")";
                add(row("x-" + layout + "-" + words[0], words[2], source, "all", "1D"), lossesAllowed);
            }
        }
    }

    private void add(Row row, int lossesAllowed) {
        if (row.losses() <= lossesAllowed && known.add(row.facts())) {
            rows.add(row);
        }
    }

    private String table(String version) {
        StringBuilder out =
                new StringBuilder("# Keyboard layouts, by the keys of a US keyboard. Made by LayoutTableGenerator:\n"
                        + "# change layout-plan.txt there. Facts: X keyboard database (" + version + ", MIT licence),\n"
                        + "# Unicode CLDR keyboards (Unicode licence).\n");
        Set<String> pages = new HashSet<>();
        for (Row row : rows) {
            if (!row.page.equals("-") && pages.add(row.page)) {
                out.append("compose ")
                        .append(row.page)
                        .append(' ')
                        .append(compositions(row.page))
                        .append('\n');
            }
        }
        rows.forEach(row -> row.write(out));
        return out.toString();
    }

    /** Windows composes what a language's code page has (1250 …); "all" is what Unicode has in one character. */
    private static String compositions(String page) {
        Charset charset = page.equals("all") ? StandardCharsets.UTF_8 : Charset.forName("windows-" + page);
        Map<String, String> made = new TreeMap<>();
        StringBuilder letters = new StringBuilder();
        for (char c = 'A'; c < 0x530; c++) {
            if (Character.isLetter(c) && charset.newEncoder().canEncode(c)) {
                letters.append(c);
            }
        }
        for (char base : letters.toString().toCharArray()) {
            for (int i = 0; i < ACCENTS.length(); i++) {
                compose(ACCENTS.charAt(i), base, MARKS.substring(i, i + 1), charset, made);
            }
            if (page.equals("1253")) {
                compose('΄', base, "\u0301", charset, made);
                compose('΅', base, "\u0308\u0301", charset, made);
            }
        }
        StringBuilder all = new StringBuilder();
        made.forEach((both, result) -> all.append(both).append(result));
        return all.toString();
    }

    private static void compose(char accent, char base, String marks, Charset charset, Map<String, String> made) {
        String result = Normalizer.normalize(base + marks, Normalizer.Form.NFC);
        if (result.length() == 1 && charset.newEncoder().canEncode(result)) {
            made.put("" + accent + base, result);
        }
    }

    /** One layout of the table. */
    private static final class Row {
        private final String name;
        private final String title;
        private final String page;
        private final String gs;
        private final String[] outputs = {"", ""};
        private String dead = "";
        private String extra = "";

        Row(String name, String title, String page, String gs) {
            this.name = name;
            this.title = title.replace('|', '/');
            this.page = page;
            this.gs = gs;
        }

        void set(String tokens) {
            for (String token : tokens.split(" ")) {
                int level = PLAIN.indexOf(token.charAt(0)) >= 0 ? 0 : 1;
                int at = (level == 0 ? PLAIN : SHIFTED).indexOf(token.charAt(0));
                if (at < 0 || token.length() != 2) {
                    throw new IllegalArgumentException("Not a key and its output: " + token + " of " + name);
                }
                outputs[level] = outputs[level].substring(0, at) + token.charAt(1) + outputs[level].substring(at + 1);
                dead = dead.replace(token.substring(0, 1), "");
            }
        }

        void extraKey(String both) {
            for (int level = 0; level < 2; level++) {
                outputs[level] = outputs[level].substring(0, KEYS.length - 1) + both.charAt(level);
            }
        }

        String facts() {
            return outputs[0] + outputs[1] + " " + dead;
        }

        /** Characters of CSET 82 that do not arrive. */
        int losses() {
            int losses = 0;
            for (int level = 0; level < 2; level++) {
                for (int i = 0; i < outputs[level].length(); i++) {
                    char us = (level == 0 ? PLAIN : SHIFTED).charAt(i);
                    losses += outputs[level].charAt(i) == NOTHING && CSET_82.indexOf(us) >= 0 ? 1 : 0;
                }
            }
            return losses;
        }

        void write(StringBuilder out) {
            if (gs.isEmpty()) {
                out.append(name).append('\n');
                return;
            }
            out.append("layout ")
                    .append(String.join("|", name, title, page, gs))
                    .append('\n');
            out.append(outputs[0]).append('\n').append(outputs[1]).append('\n');
            if (!dead.isEmpty()) {
                out.append("dead ").append(dead).append('\n');
            }
            if (!extra.isEmpty()) {
                out.append("extra ").append(extra).append('\n');
            }
        }
    }
}
