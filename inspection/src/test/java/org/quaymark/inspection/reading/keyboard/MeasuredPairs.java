package org.quaymark.inspection.reading.keyboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The measured pairs of what was printed and what arrived, where they lie beside the repository. */
public final class MeasuredPairs {
    private static final Path FILE = Path.of("../shared/data/scanner-layout-pairs.jsonl");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("Us", "us"),
            Map.entry("UnitedKingdom", "en-gb"),
            Map.entry("BelgianFrench", "fr-be"),
            Map.entry("Czech", "cs"),
            Map.entry("Danish", "da"),
            Map.entry("Dutch", "nl"),
            Map.entry("French", "fr"),
            Map.entry("German", "de"),
            Map.entry("Hungarian", "hu"),
            Map.entry("Italian", "it"),
            Map.entry("Latvian", "lv"),
            Map.entry("Lithuanian", "lt"),
            Map.entry("PolishProgrammers", "pl"),
            Map.entry("Portuguese", "pt"),
            Map.entry("Slovenian", "sl"),
            Map.entry("Spanish", "es"),
            Map.entry("Swedish", "sv"),
            Map.entry("SwissGerman", "de-ch"),
            Map.entry("Bulgarian", "bg"),
            Map.entry("Greek", "el"));

    /** One of them. */
    public record Pair(KeyboardLayout layout, String printed, String reported) {}

    private MeasuredPairs() {}

    public static boolean present() {
        return Files.exists(file());
    }

    /** Names of the layouts they were measured with. */
    public static Set<String> layouts() {
        return Set.copyOf(NAMES.values());
    }

    public static List<Pair> read() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Pair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(file())) {
            JsonNode pair = json.readTree(line);
            String layout = NAMES.getOrDefault(pair.get("osLayout").asText(), "");
            pairs.add(new Pair(
                    KeyboardLayouts.find(layout).orElseThrow(),
                    pair.get("true").asText(),
                    pair.get("reported").asText()));
        }
        return pairs;
    }

    /** Relative to the repository's root, whether a test runs there or in the module. */
    private static Path file() {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.isDirectory(root.resolve("inspection"))) {
            root = root.getParent();
        }
        return root == null ? FILE : root.resolve(FILE);
    }
}
