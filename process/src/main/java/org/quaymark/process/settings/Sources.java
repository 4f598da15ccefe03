package org.quaymark.process.settings;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Where a setting comes from when no flag gives it: the environment, then the settings file. */
final class Sources implements IDefaultValueProvider {
    /** Options that ask for something now: they make no sense as a setting. */
    private static final Set<String> FLAGS_ONLY = Set.of("help", "version", "print-config", "config");

    private final Map<String, String> environment;
    private final SettingsFile file;
    private final List<String> args;

    Sources(Map<String, String> environment, SettingsFile file, List<String> args) {
        this.environment = environment;
        this.file = file;
        this.args = args;
    }

    /** A value and the place it was found, in words. */
    record Found(String value, String where) {}

    static String key(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    static boolean isSetting(OptionSpec option) {
        return option.longestName().startsWith("--") && !FLAGS_ONLY.contains(key(option));
    }

    static boolean isSecret(ArgSpec option) {
        return option.userObject() instanceof AnnotatedElement element && element.isAnnotationPresent(Secret.class);
    }

    static String variable(String key) {
        return "QUAYMARK_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    @Nullable
    Found find(OptionSpec option) {
        if (!isSetting(option)) return null;
        String key = key(option);
        String variable = variable(key);
        String value = environment.get(variable);
        if (value != null && !value.isEmpty()) return new Found(value, "environment " + variable);
        String named = environment.get(variable + "_FILE");
        if (isSecret(option) && named != null && !named.isEmpty())
            return new Found(firstLine(variable + "_FILE", Path.of(named)), "environment " + variable + "_FILE");
        String fromFile = file.values().get(key);
        return fromFile == null ? null : new Found(fromFile, "file " + file.path());
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argSpec) {
        if (!(argSpec instanceof OptionSpec option)) return null;
        // picocli makes a flag without a value the opposite of its default: one that is given stays "true"
        if (option.arity().max() == 0 && isGiven(option)) return null;
        Found found = find(option);
        return found == null ? null : found.value();
    }

    boolean isGiven(OptionSpec option) {
        for (String name : option.names()) {
            for (String arg : args) {
                if (arg.equals("--")) break;
                if (arg.equals(name) || arg.startsWith(name + "=")) return true;
            }
        }
        return false;
    }

    private static String firstLine(String variable, Path path) {
        try (java.util.stream.Stream<String> lines = Files.lines(path)) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new BadUsage(variable + ": " + path + " cannot be read", e);
        }
    }
}
