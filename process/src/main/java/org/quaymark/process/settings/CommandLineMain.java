package org.quaymark.process.settings;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.logging.Logging;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Runs a picocli command as every Quaymark process does. A setting is taken from, in this order: the flag, the environment variable
 * {@code QUAYMARK_…} (the option's name in capitals, dashes as underscores), the key in the YAML file of {@code --config} or
 * {@code QUAYMARK_CONFIG}, the option's default.
 *
 * <p>Exit codes: 0 success, 1 a failed run, 2 bad usage; the last two with exactly one line on standard error.
 */
public final class CommandLineMain {
    public static final int SUCCESS = 0;
    public static final int FAILED = 1;
    public static final int BAD_USAGE = 2;

    private CommandLineMain() {}

    /**
     * @param command an object whose class has picocli's annotations; a {@code Callable<Integer>} or {@code Runnable}, or one with
     *     subcommands
     * @return the exit code, for {@link System#exit}
     */
    public static int run(Object command, String... args) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        return run(command, System.getenv(), out, err, args);
    }

    /** The same with the environment and the two streams given: for tests. */
    public static int run(
            Object command, Map<String, String> environment, PrintWriter out, PrintWriter err, String... args) {
        Logging.begin();
        CommandLine root = new CommandLine(command);
        String name = root.getCommandName();
        try {
            prepare(root, root, version(command, name));
            List<String> given = List.of(args);
            Sources sources = new Sources(environment, settingsFile(root, environment, given), given);
            root.setDefaultValueProvider(sources);
            root.setOut(out).setErr(err);
            root.registerConverter(Duration.class, new Durations());
            root.registerConverter(ByteSize.class, new ByteSize.Converter());
            root.setCaseInsensitiveEnumValuesAllowed(true);
            Outcome outcome = new Outcome(name, err);
            root.setParameterExceptionHandler((e, ignored) -> outcome.badUsage(e));
            root.setExecutionExceptionHandler((e, line, result) -> outcome.failed(e, isVerbose(result)));
            root.setExecutionStrategy(result -> execute(result, sources, out));
            return root.execute(args);
        } catch (BadUsage e) {
            return new Outcome(name, err).badUsage(e);
        }
    }

    private static int execute(ParseResult result, Sources sources, PrintWriter out) {
        Integer help = CommandLine.executeHelpRequest(result);
        if (help != null) return help;
        List<CommandLine> chain = result.asCommandLineList();
        if (chain.stream().anyMatch(line -> standard(line).printConfig)) {
            new ConfigPrinter(sources, out).print(chain);
            return SUCCESS;
        }
        if (isVerbose(result)) Logging.verbose();
        return new CommandLine.RunLast().execute(result);
    }

    private static boolean isVerbose(ParseResult result) {
        return result.asCommandLineList().stream().anyMatch(line -> standard(line).verbose);
    }

    private static void prepare(CommandLine line, CommandLine root, String version) {
        CommandSpec spec = line.getCommandSpec();
        spec.mixinStandardHelpOptions(false);
        line.addMixin("standard", new StandardOptions());
        spec.version(version);
        spec.usageMessage().width(120).abbreviateSynopsis(true);
        line.getSubcommands().values().forEach(sub -> prepare(sub, root, version));
    }

    private static StandardOptions standard(CommandLine line) {
        return (StandardOptions) Objects.requireNonNull(line.getMixins().get("standard"));
    }

    private static String version(Object command, String name) {
        Class<?> type = command instanceof Class<?> c ? c : command.getClass();
        String version = type.getPackage().getImplementationVersion();
        return name + " " + (version == null ? "(not packaged)" : version);
    }

    private static SettingsFile settingsFile(CommandLine root, Map<String, String> environment, List<String> args) {
        String named = configFlag(args);
        if (named == null) named = environment.get("QUAYMARK_CONFIG");
        if (named == null || named.isEmpty()) return SettingsFile.NONE;
        Set<String> known = new HashSet<>();
        collect(root, known);
        try {
            return SettingsFile.read(Path.of(named), known);
        } catch (InvalidPathException e) {
            throw new BadUsage("--config: '" + named + "' is no file name", e);
        }
    }

    /** The file serves all commands of a program, so a key may belong to another command than the one that runs. */
    private static void collect(CommandLine line, Set<String> known) {
        for (OptionSpec option : line.getCommandSpec().options())
            if (Sources.isSetting(option)) known.add(Sources.key(option));
        line.getSubcommands().values().forEach(sub -> collect(sub, known));
    }

    private static @Nullable String configFlag(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals("--")) return null;
            if (arg.startsWith("--config=")) return arg.substring("--config=".length());
            if (arg.equals("--config") && i + 1 < args.size()) return args.get(i + 1);
        }
        return null;
    }
}
