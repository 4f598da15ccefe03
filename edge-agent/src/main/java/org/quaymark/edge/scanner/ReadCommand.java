package org.quaymark.edge.scanner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.scanner.ReadLine.ReadCode;
import org.quaymark.edge.scanner.image.CodeReader;
import org.quaymark.edge.scanner.image.Found;
import org.quaymark.edge.scanner.image.ImageCodes;
import org.quaymark.edge.scanner.image.ImageReading;
import org.quaymark.edge.scanner.image.corpus.Corpus;
import org.quaymark.inspection.decision.History;
import org.quaymark.inspection.decision.Inspector;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.reading.Code;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.process.json.InvalidLine;
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
                "Reads images (JPEG, PNG) or .txt files as raw scans, as the edge would; prints a JSON line for each. With"
                        + " --corpus, reads a collection and prints what came of it, beside ZXing alone.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class ReadCommand implements Callable<Integer> {
    @Option(names = "--registry", paramLabel = "FILE.ndjson", description = "Also decide, against this registry.")
    private @Nullable Path registry;

    @Option(
            names = "--site",
            defaultValue = "site",
            description = "The site in whose country and time zone is decided.")
    private String site;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description =
                    "Read all images below DIR, each with its text in a .txt file of the same name, on one thread.")
    private @Nullable Path corpus;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Images, or .txt files.")
    private List<Path> files = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (corpus != null) {
            return measure(corpus);
        }
        if (files.isEmpty()) {
            throw new BadUsage("nothing to read: name a FILE, or a directory with --corpus");
        }
        Registry against = registry == null ? null : load(registry);
        PrintWriter out = spec.commandLine().getOut();
        boolean allRead = true;
        for (Path file : files) {
            ReadLine line = read(file, against);
            allRead &= line.error() == null;
            out.println(line.toJson());
        }
        out.flush();
        return allRead ? 0 : 1;
    }

    private int measure(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new BadUsage("--corpus: no such directory: " + directory);
        }
        PrintWriter out = spec.commandLine().getOut();
        new Corpus(new CodeReader(ImageCodes.TIME))
                .read(directory, Corpus.Floor.ZXING_ALONE)
                .print(out);
        out.flush();
        return 0;
    }

    private ReadLine read(Path file, @Nullable Registry against) {
        long begin = System.nanoTime();
        try {
            byte[] bytes = bytes(file);
            if (!ImageFormats.isImage(bytes)) {
                List<Code> codes = PayloadReader.bytes(bytes).codes();
                List<ReadCode> read = codes.stream().map(ReadCode::of).toList();
                return ReadLine.read(file, read, decide(codes, against), /* complete= */ true, millis(begin));
            }
            ImageReading reading = new CodeReader(ImageCodes.TIME).explain(bytes);
            List<Code> codes = reading.found().stream().map(Found::code).toList();
            List<ReadCode> read = reading.found().stream().map(ReadCode::of).toList();
            return ReadLine.read(file, read, decide(codes, against), reading.complete(), millis(begin));
        } catch (NoScan e) {
            return ReadLine.failed(file, e.reason(), millis(begin));
        } catch (IOException e) {
            return ReadLine.failed(file, reason(e), millis(begin));
        }
    }

    private static byte[] bytes(Path file) throws IOException, NoScan {
        if (Files.size(file) > Incoming.LARGEST) {
            throw new NoScan("more than " + Incoming.LARGEST + " bytes");
        }
        byte[] bytes = Files.readAllBytes(file);
        boolean text = file.toString().toLowerCase(Locale.ROOT).endsWith(".txt");
        if (!text && !ImageFormats.isImage(bytes)) {
            throw new NoScan("neither JPEG nor PNG nor a .txt file");
        }
        return bytes;
    }

    private @Nullable Verdict decide(List<Code> codes, @Nullable Registry against) {
        if (against == null) {
            return null;
        }
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
}
