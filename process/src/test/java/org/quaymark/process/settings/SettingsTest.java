package org.quaymark.process.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class SettingsTest {
    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Program program = new Program();

    @Command(name = "program", subcommands = Sub.class)
    static final class Program implements Callable<Integer> {
        @Option(names = "--http-port", defaultValue = "8080", description = "Port.")
        int httpPort;

        @Option(names = "--data", required = true, description = "Directory.")
        String data = "";

        @Option(names = "--window", defaultValue = "2s", description = "Time.")
        Duration window = Duration.ZERO;

        @Option(names = "--max-body", defaultValue = "8MiB", description = "Size.")
        ByteSize maxBody = new ByteSize(0);

        @Option(names = "--fast", description = "A switch.")
        boolean fast;

        @Option(names = "--names", split = ",", description = "Several.")
        List<String> names = List.of();

        @Secret
        @Option(names = "--enrol", description = "A code.")
        @Nullable
        String enrol;

        @Nullable
        RuntimeException toThrow;

        @Override
        public Integer call() {
            if (toThrow != null) throw toThrow;
            return 0;
        }
    }

    @Command(name = "sub")
    static final class Sub implements Callable<Integer> {
        @Option(names = "--rate", defaultValue = "5", description = "Rate.")
        int rate;

        @Parameters(arity = "0..1")
        @Nullable
        String word;

        @Override
        public Integer call() {
            return rate;
        }
    }

    @Test
    void aFlagBeatsTheEnvironmentTheFileAndTheDefaultInThatOrder() throws IOException {
        Path file = write("http-port: 3\ndata: from-file\nnames: [a, b]\n");
        assertEquals(0, run("--config", file.toString()));
        assertEquals(3, program.httpPort);
        assertEquals("from-file", program.data);
        assertEquals(List.of("a", "b"), program.names);
        assertEquals(Duration.ofSeconds(2), program.window);
        assertEquals(8L << 20, program.maxBody.bytes());

        environment.put("QUAYMARK_HTTP_PORT", "2");
        assertEquals(0, run("--config", file.toString()));
        assertEquals(2, program.httpPort);

        assertEquals(0, run("--config=" + file, "--http-port=1", "--window", "500ms"));
        assertEquals(1, program.httpPort);
        assertEquals(Duration.ofMillis(500), program.window);
    }

    @Test
    void theFileMayBeNamedByTheEnvironment() throws IOException {
        environment.put("QUAYMARK_CONFIG", write("data: d\nfast: true\n").toString());
        assertEquals(0, run());
        assertEquals("d", program.data);
        assertTrue(program.fast);
    }

    @Test
    void aSwitchThatIsSetTwiceStaysOn() {
        environment.put("QUAYMARK_FAST", "true");
        assertEquals(0, run("--data", "d", "--fast"));
        assertTrue(program.fast);
    }

    @Test
    void refusesAnUnknownKeyInTheFileAndNamesIt() throws IOException {
        Path file = write("data: d\nhttp_port: 1\n");
        assertEquals(2, run("--config", file.toString()));
        assertOneLine("unknown setting 'http_port' (did you mean 'http-port'?)");
    }

    @Test
    void aKeyOfAnotherCommandOfTheProgramIsKnown() throws IOException {
        assertEquals(0, run("--config", write("data: d\nrate: 7\n").toString()));
        assertEquals(
                7,
                run(
                        "--data",
                        "d",
                        "sub",
                        "--config",
                        write("data: d\nrate: 7\n").toString()));
    }

    @Test
    void refusesAFileThatIsMissingOrNoMapping() throws IOException {
        assertEquals(2, run("--config", folder.resolve("none.yaml").toString()));
        assertOneLine("no such settings file");
        for (String bad :
                new String[] {"- a\n- b\n", "data: [", "data: a\ndata: b\n", "data: {a: 1}\n", "names: [[1]]\n"}) {
            assertEquals(2, run("--data", "d", "--config", write(bad).toString()), bad);
            assertOneLine("settings.yaml");
        }
    }

    @Test
    void badUsageIsOneLineAndExitCodeTwo() {
        assertEquals(2, run());
        assertOneLine("--data");
        assertEquals(2, run("--data", "d", "--http-prt", "1"));
        assertOneLine("--http-port");
        assertEquals(2, run("--data", "d", "--http-port", "many"));
        assertOneLine("--http-port");
        assertEquals(2, run("--data", "d", "--window", "2 fortnights"));
        assertOneLine("2 fortnights");
        assertEquals(2, run("--data", "d", "--max-body", "-1"));
        assertOneLine("max-body");
        program.toThrow = new BadUsage("the code and\nthe file exclude each other");
        assertEquals(2, run("--data", "d"));
        assertOneLine("the code and the file exclude each other");
    }

    @Test
    void aFailedRunIsOneLineAndExitCodeOneWithoutAStackTrace() {
        program.toThrow = new Failure("the hub does not answer");
        assertEquals(1, run("--data", "d"));
        assertOneLine("program: the hub does not answer");
        program.toThrow = new IllegalStateException("a bug");
        assertEquals(1, run("--data", "d"));
        assertOneLine("IllegalStateException: a bug");
        assertEquals(1, run("--data", "d", "--verbose"));
        assertTrue(err.toString().contains("\tat "), err.toString());
    }

    @Test
    void printsWhereEachSettingCameFromAndMasksSecrets() throws IOException {
        environment.put("QUAYMARK_ENROL", "top-secret");
        environment.put("QUAYMARK_DATA", "jdbc:postgresql://u:pass@db/q?password=hidden&ssl=true");
        Path file = write("window: 30s\n");
        assertEquals(0, run("--print-config", "--http-port", "9", "--fast", "--config", file.toString()));
        String printed = out.toString();
        assertFalse(printed.contains("top-secret") || printed.contains("hidden") || printed.contains("pass@"), printed);
        assertTrue(printed.matches("(?s).*http-port: 9 +# flag\\R.*"), printed);
        assertTrue(printed.matches("(?s).*enrol: \"\\*+\" +# environment QUAYMARK_ENROL\\R.*"), printed);
        assertTrue(
                printed.matches(
                        "(?s).*window: 30s +# file " + java.util.regex.Pattern.quote(file.toString()) + "\\R.*"),
                printed);
        assertTrue(printed.matches("(?s).*max-body: 8MiB +# default\\R.*"), printed);
        assertTrue(printed.matches("(?s).*fast: true +# flag\\R.*"), printed);
        assertTrue(printed.matches("(?s).*verbose: false +# default\\R.*"), printed);
    }

    @Test
    void whatIsPrintedIsASettingsFileAgainEvenWhereSomethingRequiredIsMissing() throws IOException {
        assertEquals(0, run("--print-config"));
        Path again = write(out.toString());
        assertEquals(0, run("--data", "d", "--config", again.toString()), err.toString());
        assertEquals(8080, program.httpPort);
    }

    @Test
    void aSecretMayComeFromAFileThatTheEnvironmentNames() throws IOException {
        environment.put("QUAYMARK_ENROL_FILE", write("abc\n").toString());
        assertEquals(0, run("--data", "d"));
        assertEquals("abc", program.enrol);
        environment.put("QUAYMARK_ENROL_FILE", folder.resolve("none").toString());
        assertEquals(2, run("--data", "d"));
        assertOneLine("QUAYMARK_ENROL_FILE");
    }

    @Test
    void helpAndVersionEndWithSuccess() {
        assertEquals(0, run("--help"));
        assertTrue(out.toString().contains("--http-port"));
        assertEquals(0, run("--version"));
        assertEquals("program (not packaged)", out.toString().strip());
        assertEquals(0, run("--data", "d", "sub", "--help"));
        assertTrue(out.toString().contains("--rate"));
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return CommandLineMain.run(program, environment, new PrintWriter(out), new PrintWriter(err), args);
    }

    private void assertOneLine(String part) {
        String said = err.toString();
        assertEquals(1, said.lines().count(), said);
        assertTrue(said.contains(part), said);
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("settings.yaml"), yaml);
    }
}
