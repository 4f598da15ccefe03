package org.quaymark.sim.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code mix.yaml}: sections {@code truth}, {@code faults} and {@code forms}, each a map of names to weights. A
 * section that is there replaces the standard one; what it does not name does not occur.
 */
final class MixFile {
    private static final Set<String> SECTIONS = new TreeSet<>(Set.of("truth", "faults", "forms"));
    private static final String NO_FAULT = "none";

    private MixFile() {}

    /**
     * Reads a file.
     *
     * @throws InvalidMix where it is no such file, with the key that is wrong
     * @throws IOException where it cannot be read
     */
    static Mix read(Path file) throws IOException, InvalidMix {
        JsonNode root;
        try {
            root = new YAMLMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new InvalidMix(file + ": not YAML: " + firstLine(e.getOriginalMessage()));
        }
        if (!root.isObject()) {
            throw new InvalidMix(file + ": not a map with " + String.join(", ", SECTIONS));
        }
        for (String name : (Iterable<String>) root::fieldNames) {
            if (!SECTIONS.contains(name)) {
                throw new InvalidMix(
                        file + ": unknown section " + name + " (known: " + String.join(", ", SECTIONS) + ")");
            }
        }
        Mix standard = Mix.standard();
        Map<Truth, Double> truths = new EnumMap<>(Truth.class);
        Map<@Nullable ScannerFault, Double> faults = new LinkedHashMap<>();
        Map<PayloadForm, Double> forms = new EnumMap<>(PayloadForm.class);
        weights(file, root, "truth", names(drawn(), Truth::wireName))
                .forEach((name, weight) -> truths.put(byName(Truth.values(), Truth::wireName, name), weight));
        Map<String, @Nullable ScannerFault> faultNames = new LinkedHashMap<>();
        faultNames.put(NO_FAULT, null);
        Arrays.stream(ScannerFault.values()).forEach(fault -> faultNames.put(fault.wireName(), fault));
        weights(file, root, "faults", faultNames.keySet())
                .forEach((name, weight) -> faults.put(faultNames.get(name), weight));
        weights(file, root, "forms", names(PayloadForm.values(), PayloadForm::wireName))
                .forEach(
                        (name, weight) -> forms.put(byName(PayloadForm.values(), PayloadForm::wireName, name), weight));
        return new Mix(
                truths.isEmpty() ? standard.truths() : truths,
                faults.isEmpty() ? standard.faults() : faults,
                forms.isEmpty() ? standard.forms() : forms);
    }

    private static Map<String, Double> weights(Path file, JsonNode root, String section, Set<String> known)
            throws InvalidMix {
        Map<String, Double> weights = new LinkedHashMap<>();
        JsonNode node = root.get(section);
        if (node == null) {
            return weights;
        }
        if (!node.isObject() || node.isEmpty()) {
            throw new InvalidMix(file + ": " + section + " is not a map of names to weights");
        }
        double sum = 0;
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String where = section + "." + entry.getKey();
            if (!known.contains(entry.getKey())) {
                throw new InvalidMix(file + ": unknown " + where + " (known: " + String.join(", ", known) + ")");
            }
            double weight = entry.getValue().isNumber() ? entry.getValue().doubleValue() : Double.NaN;
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new InvalidMix(file + ": " + where + " is not a weight from 0: " + entry.getValue());
            }
            sum += weight;
            weights.put(entry.getKey(), weight);
        }
        if (sum <= 0) {
            throw new InvalidMix(file + ": no weight in " + section + " is above 0");
        }
        return weights;
    }

    /** A worker's answers come with other truths, never alone. */
    private static Truth[] drawn() {
        return Arrays.stream(Truth.values())
                .filter(truth -> truth != Truth.CONTROL)
                .toArray(Truth[]::new);
    }

    private static <T> Set<String> names(T[] values, Function<T, String> name) {
        return Arrays.stream(values).map(name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static <T> T byName(T[] values, Function<T, String> nameOf, String name) {
        return Arrays.stream(values)
                .filter(value -> nameOf.apply(value).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** A mix file that is refused; the message is the reason, for the person who wrote it. */
    static final class InvalidMix extends Exception {
        private static final long serialVersionUID = 1;

        InvalidMix(String reason) {
            super(reason);
        }
    }
}
