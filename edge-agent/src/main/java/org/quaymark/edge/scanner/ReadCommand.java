package org.quaymark.edge.scanner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.scanner.image.CodeReader;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.History;
import org.quaymark.inspection.decision.Inspector;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.reading.Code;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.process.json.InvalidLine;
import org.quaymark.process.json.Json;
import org.quaymark.process.json.RegistryJson;
import org.quaymark.process.settings.BadUsage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code edge-agent read}: what the edge would read on an image, and with a registry, what it would say. */
@Command(
        name = "read",
        description =
                "Reads images (JPEG, PNG) or .txt files as raw scans, as the edge would; prints a JSON line for each.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class ReadCommand implements Callable<Integer> {
    @Option(names = "--registry", paramLabel = "FILE.ndjson", description = "Also decide, against this registry.")
    private @Nullable Path registry;

    @Option(
            names = "--site",
            defaultValue = "site",
            description = "The site in whose country and time zone is decided.")
    private String site;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Images, or .txt files.")
    private List<Path> files;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Registry against = registry == null ? null : load(registry);
        PrintWriter out = spec.commandLine().getOut();
        boolean allRead = true;
        for (Path file : files) {
            Line line = read(file, against);
            allRead &= line.error == null;
            out.println(write(line));
        }
        out.flush();
        return allRead ? 0 : 1;
    }

    private Line read(Path file, @Nullable Registry against) {
        long begin = System.nanoTime();
        List<Code> codes;
        try {
            codes = codes(file);
        } catch (NoScan e) {
            return Line.failed(file, e.reason(), millis(begin));
        } catch (IOException e) {
            return Line.failed(file, reason(e), millis(begin));
        }
        Verdict verdict = against == null ? null : decide(codes, against);
        List<ReadCode> read = codes.stream().map(ReadCode::of).toList();
        return new Line(
                file.toString(),
                read,
                verdict == null ? null : verdict.verdict(),
                verdict == null ? null : verdict.findings(),
                millis(begin),
                null);
    }

    private static List<Code> codes(Path file) throws IOException, NoScan {
        if (Files.size(file) > Incoming.LARGEST) {
            throw new NoScan("more than " + Incoming.LARGEST + " bytes");
        }
        byte[] bytes = Files.readAllBytes(file);
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".txt")) {
            return PayloadReader.bytes(bytes).codes();
        }
        if (!ImageFormats.isImage(bytes)) {
            throw new NoScan("neither JPEG nor PNG nor a .txt file");
        }
        return new CodeReader(Duration.ofSeconds(2)).readWhole(bytes);
    }

    private Verdict decide(List<Code> codes, Registry against) {
        Scan scan = new Scan("read", Instant.now(), site, "read", "read", codes, null, null, null);
        return new Inspector(Policy.standard()).inspect(scan, against, History.none(), Locale.ENGLISH);
    }

    private static Registry load(Path file) throws IOException {
        InMemoryRegistry registry = new InMemoryRegistry(Instant.now());
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    registry.apply(RegistryJson.read(line));
                }
            }
        } catch (InvalidLine e) {
            throw new BadUsage("--registry: line " + number + " of " + file + ": " + e.getMessage(), e);
        }
        return registry;
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException ? "no such file" : String.valueOf(e.getMessage());
    }

    private static long millis(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private static String write(Line line) {
        try {
            return Json.LENIENT.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing the line of " + line.file, e);
        }
    }

    /** A code as it is printed: the symbology identifier apart from the text. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReadCode(@Nullable String symbology, String text) {
        static ReadCode of(Code code) {
            String data = code.data();
            if (code.symbology() == null && data.length() > 3 && data.matches("(?s)\\][A-Za-z][0-9A-Za-z].*")) {
                return new ReadCode(data.substring(0, 3), data.substring(3));
            }
            return new ReadCode(code.symbology(), data);
        }
    }

    /** A line of the answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String file,
            List<ReadCode> codes,
            @Nullable Effect verdict,
            @Nullable List<Finding> findings,
            long millis,
            @Nullable String error) {
        static Line failed(Path file, String error, long millis) {
            return new Line(file.toString(), List.of(), null, null, millis, error);
        }
    }
}
