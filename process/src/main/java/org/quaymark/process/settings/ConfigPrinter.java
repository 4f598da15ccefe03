package org.quaymark.process.settings;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the effective settings as YAML that {@code --config} takes again, each with a comment that says where it came from. */
final class ConfigPrinter {
    private static final String MASK = "\"********\"";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9./][A-Za-z0-9._/:@+,;=?&-]*");
    private static final Pattern PASSWORD = Pattern.compile("(?i)((?:password|secret|token)=)[^&;]*");
    private static final Pattern USER_INFO = Pattern.compile("(//[^/@:]*:)[^/@]*@");

    private final Sources sources;
    private final PrintWriter out;

    ConfigPrinter(Sources sources, PrintWriter out) {
        this.sources = sources;
        this.out = out;
    }

    void print(List<CommandLine> chain) {
        Map<String, OptionSpec> options = new TreeMap<>();
        for (CommandLine line : chain) {
            for (OptionSpec option : line.getCommandSpec().options()) {
                if (!Sources.isSetting(option)) continue;
                // the option of the innermost command counts, but one that was given before it (such as --verbose) does
                // too
                OptionSpec known = options.get(Sources.key(option));
                if (known == null
                        || !sources.isGiven(option)
                        || line.getParseResult().hasMatchedOption(option)) options.put(Sources.key(option), option);
            }
        }
        List<String[]> rows = new ArrayList<>();
        options.forEach((key, option) -> rows.add(new String[] {key + ": " + shown(option), where(option)}));
        int width = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        for (String[] row : rows) out.println(row[0] + " ".repeat(width - row[0].length()) + "  # " + row[1]);
        out.flush();
    }

    private String where(OptionSpec option) {
        if (sources.isGiven(option)) return "flag";
        Sources.Found found = sources.find(option);
        return found == null ? "default" : found.where();
    }

    private String shown(OptionSpec option) {
        String value = value(option);
        if (value == null) return "null";
        if (Sources.isSecret(option)) return MASK;
        if (option.getValue() instanceof Collection<?> items && items.isEmpty()) return "[]";
        String safe = USER_INFO
                .matcher(PASSWORD.matcher(value).replaceAll("$1********"))
                .replaceAll("$1********@");
        return PLAIN.matcher(safe).matches()
                ? safe
                : "\"" + safe.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** The setting as it was written, because a converted value (a duration, a size) may print as something else. */
    private @Nullable String value(OptionSpec option) {
        Object value = option.getValue();
        if (value == null || option.arity().max() == 0) return value == null ? null : value.toString();
        if (sources.isGiven(option)) return String.join(",", option.originalStringValues());
        Sources.Found found = sources.find(option);
        if (found != null) return found.value();
        String written = option.defaultValue();
        return written == null ? value.toString() : written;
    }
}
