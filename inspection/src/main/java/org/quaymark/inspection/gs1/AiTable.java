package org.quaymark.inspection.gs1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every application identifier there is, from {@code application-identifiers.tsv}, found by its digits. Immutable. */
final class AiTable {
    static final AiTable INSTANCE = load();

    private static final int LONGEST = 4;

    private final List<ApplicationIdentifier> all;

    /** How many digits the AI has whose first two are these; 0 where there is none (GenSpecs 3.2 gives them out so). */
    private final int[] lengths = new int[100];

    /** By length and number. */
    private final @Nullable ApplicationIdentifier[][] numbered = new ApplicationIdentifier[LONGEST + 1][];

    private AiTable(List<ApplicationIdentifier> all) {
        this.all = List.copyOf(all);
        for (int length = 2, numbers = 100; length <= LONGEST; length++, numbers *= 10) {
            numbered[length] = new ApplicationIdentifier[numbers];
        }
        for (ApplicationIdentifier ai : all) {
            String digits = ai.ai();
            lengths[Digits.number(digits.substring(0, 2))] = digits.length();
            numbered[digits.length()][Digits.number(digits)] = ai;
        }
    }

    @Nullable
    ApplicationIdentifier find(String ai) {
        ApplicationIdentifier found = at(ai, 0);
        return found != null && found.ai().length() == ai.length() ? found : null;
    }

    /** The AI that the text has at that place; no AI is the beginning of another. Allocates nothing. */
    @Nullable
    ApplicationIdentifier at(String text, int position) {
        int number = 0;
        int length = 2;
        for (int i = 0; i < length; i++) {
            int digit = position + i < text.length() ? text.charAt(position + i) - '0' : -1;
            if (digit < 0 || digit > 9) {
                return null;
            }
            number = number * 10 + digit;
            if (i == 1) {
                length = lengths[number];
            }
        }
        return length == 0 ? null : numbered[length][number];
    }

    /** In the order of the table, which is that of {@link ApplicationIdentifier#index}. */
    List<ApplicationIdentifier> all() {
        return all;
    }

    private static AiTable load() {
        try (InputStream in = Objects.requireNonNull(
                AiTable.class.getResourceAsStream("application-identifiers.tsv"), "the AI table is in the jar")) {
            List<ApplicationIdentifier> table = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#")) {
                    addRow(line, table);
                }
            }
            return new AiTable(table);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the AI table", e);
        }
    }

    private static void addRow(String line, List<ApplicationIdentifier> table) {
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
        ais(column[0])
                .forEach(ai -> table.add(new ApplicationIdentifier(
                        table.size(),
                        ai,
                        column[1].contains("p"),
                        column[1].contains("d"),
                        components,
                        required,
                        split(column[4], ","),
                        qualifiers,
                        column[6])));
    }

    private static List<String> split(String text, String by) {
        return text.equals("-") ? List.of() : List.of(text.split(by));
    }

    private static Stream<String> ais(String range) {
        String[] ends = range.split("-");
        return ends.length == 1
                ? Stream.of(range)
                : IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                        .mapToObj(String::valueOf);
    }
}
