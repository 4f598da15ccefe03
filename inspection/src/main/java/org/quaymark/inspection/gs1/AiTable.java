package org.quaymark.inspection.gs1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every application identifier there is, from {@code application-identifiers.tsv}. Immutable. */
final class AiTable {
    static final AiTable INSTANCE = load();

    private final Map<String, ApplicationIdentifier> byAi;

    private AiTable(Map<String, ApplicationIdentifier> byAi) {
        this.byAi = Map.copyOf(byAi);
    }

    @Nullable
    ApplicationIdentifier find(String ai) {
        return byAi.get(ai);
    }

    /** The AI that the text has at that place; no AI is the beginning of another. */
    @Nullable
    ApplicationIdentifier at(String text, int position) {
        for (int length = 2; length <= 4 && position + length <= text.length(); length++) {
            ApplicationIdentifier found = byAi.get(text.substring(position, position + length));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    Collection<ApplicationIdentifier> all() {
        return byAi.values();
    }

    private static AiTable load() {
        try (InputStream in = Objects.requireNonNull(
                AiTable.class.getResourceAsStream("application-identifiers.tsv"), "the AI table is in the jar")) {
            Map<String, ApplicationIdentifier> table = new HashMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#")) {
                    row(line).forEach(ai -> table.put(ai.ai(), ai));
                }
            }
            return new AiTable(table);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the AI table", e);
        }
    }

    private static Stream<ApplicationIdentifier> row(String line) {
        String[] column = line.split("\t");
        List<Component> components =
                Stream.of(column[2].split(" ")).map(Component::parse).toList();
        List<List<List<String>>> required = split(column[3], " ").stream()
                .map(group ->
                        split(group, ",").stream().map(a -> split(a, "\\+")).toList())
                .toList();
        List<List<String>> qualifiers = column[5].equals(".")
                ? List.of(List.of())
                : split(column[5], "\\|").stream().map(s -> split(s, ",")).toList();
        return ais(column[0])
                .map(ai -> new ApplicationIdentifier(
                        ai,
                        column[1].contains("p"),
                        column[1].contains("d"),
                        components,
                        required,
                        split(column[4], ","),
                        qualifiers,
                        column[6]));
    }

    private static List<String> split(String text, String by) {
        return text.equals("-") ? List.of() : List.of(text.split(by));
    }

    private static Stream<String> ais(String range) {
        String[] ends = range.split("-");
        if (ends.length == 1) {
            return Stream.of(range);
        }
        return Stream.iterate(Integer.parseInt(ends[0]), n -> n <= Integer.parseInt(ends[1]), n -> n + 1)
                .map(String::valueOf);
    }
}
