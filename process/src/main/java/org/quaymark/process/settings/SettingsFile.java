package org.quaymark.process.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The YAML file of {@code --config}: one flat mapping from option names (without dashes) to values. */
record SettingsFile(@Nullable Path path, Map<String, String> values) {
    private static final int MAX_BYTES = 1 << 20;
    static final SettingsFile NONE = new SettingsFile(null, Map.of());

    /** @throws BadUsage when the file cannot be read, is no flat mapping, or has a key that is not among {@code known} */
    static SettingsFile read(Path path, Set<String> known) {
        JsonNode root = parse(path);
        if (root.isMissingNode() || root.isNull()) return new SettingsFile(path, Map.of());
        if (!root.isObject()) throw new BadUsage(path + ": expected settings as 'key: value' lines");
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            String key = field.getKey();
            if (!known.contains(key))
                throw new BadUsage(path + ": unknown setting '" + key + "'" + nearest(key, known));
            String value = text(path, key, field.getValue());
            if (value != null) values.put(key, value);
        }
        return new SettingsFile(path, values);
    }

    private static JsonNode parse(Path path) {
        try {
            if (Files.size(path) > MAX_BYTES) throw new BadUsage(path + ": a settings file has at most 1 MiB");
            ObjectMapper yaml =
                    new ObjectMapper(new YAMLFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION));
            return yaml.readTree(Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            throw new BadUsage(path + ": no such settings file", e);
        } catch (JsonProcessingException e) {
            String reason = e.getOriginalMessage().lines().findFirst().orElse("no YAML");
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new BadUsage(path + (line > 0 ? " line " + line : "") + ": " + reason, e);
        } catch (IOException e) {
            throw new BadUsage(path + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static @Nullable String text(Path path, String key, JsonNode value) {
        if (value.isNull()) return null;
        if (value.isValueNode()) return value.asText();
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            for (JsonNode item : value) {
                if (!item.isValueNode()) throw new BadUsage(path + ": '" + key + "' takes a list of plain values");
                items.add(item.asText());
            }
            return items.isEmpty() ? null : String.join(",", items);
        }
        throw new BadUsage(path + ": '" + key + "' takes a plain value, not a mapping");
    }

    private static String nearest(String key, Set<String> known) {
        String wanted = key.replace("_", "-").toLowerCase(java.util.Locale.ROOT);
        for (String candidate : new TreeSet<>(known)) {
            if (candidate.equals(wanted) || candidate.replace("-", "").equals(wanted.replace("-", "")))
                return " (did you mean '" + candidate + "'?)";
        }
        return "";
    }
}
