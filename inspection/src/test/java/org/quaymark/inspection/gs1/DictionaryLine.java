package org.quaymark.inspection.gs1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A line of the GS1 Barcode Syntax Dictionary, read from the dictionary itself. */
record DictionaryLine(
        List<String> ais,
        String flags,
        List<Component> components,
        List<List<List<String>>> required,
        List<String> excluded,
        List<List<String>> linkQualifiers,
        String title) {
    private static final List<Path> PLACES = List.of(
            Path.of("../shared/data/gs1-syntax-dictionary.txt"),
            Path.of("../../shared/data/gs1-syntax-dictionary.txt"));

    /** Where the dictionary is, on a machine that has it. */
    static Optional<Path> dictionary() {
        return PLACES.stream().filter(Files::exists).findFirst();
    }

    static List<DictionaryLine> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(DictionaryLine::parse)
                .toList();
    }

    private static DictionaryLine parse(String line) {
        String[] halves = line.split(" # ", 2);
        List<String> words = List.of(halves[0].strip().split("\\s+"));
        boolean hasFlags = words.get(1).matches("[*?]+");
        List<Component> components = new ArrayList<>();
        List<List<List<String>>> required = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        List<List<String>> qualifiers = List.of();
        for (String word : words.subList(hasFlags ? 2 : 1, words.size())) {
            if (word.startsWith("req=")) {
                required.add(Stream.of(word.substring(4).split(","))
                        .map(together -> List.of(together.split("\\+")))
                        .toList());
            } else if (word.startsWith("ex=")) {
                excluded.addAll(List.of(word.substring(3).split(",")));
            } else if (word.equals("dlpkey")) {
                qualifiers = List.of(List.of());
            } else if (word.startsWith("dlpkey=")) {
                qualifiers = Stream.of(word.substring(7).split("\\|"))
                        .map(order -> List.of(order.split(",")))
                        .toList();
            } else {
                components.add(component(word));
            }
        }
        String title = halves.length == 2 ? halves[1].strip() : "-";
        return new DictionaryLine(
                ais(words.get(0)), hasFlags ? words.get(1) : "", components, required, excluded, qualifiers, title);
    }

    private static Component component(String word) {
        boolean optional = word.startsWith("[");
        String[] parts = word.replaceAll("[\\[\\]]", "").split(",");
        String length = parts[0].substring(1);
        boolean variable = length.startsWith("..");
        int max = Integer.parseInt(length.replace("..", ""));
        return new Component(
                CharacterSet.valueOf(parts[0].substring(0, 1)),
                variable ? 1 : max,
                max,
                optional,
                Stream.of(parts).skip(1).map(SyntaxTest::named).toList());
    }

    private static List<String> ais(String range) {
        String[] ends = range.split("-");
        return ends.length == 1
                ? List.of(range)
                : IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                        .mapToObj(String::valueOf)
                        .toList();
    }

    /** Its AI as a table would have it. */
    ApplicationIdentifier identifier(String ai) {
        return new ApplicationIdentifier(
                0, ai, flags.contains("*"), flags.contains("?"), components, required, excluded, linkQualifiers, title);
    }
}
