package org.quaymark.sim.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quaymark.inspection.registry.RegistryRecord;
import org.quaymark.process.json.Json;
import org.quaymark.process.json.RegistryJson;

/** The three files of a scenario's directory. */
public final class ScenarioFiles {
    private final Path directory;

    /** The files of that directory, which need not be there yet. */
    public ScenarioFiles(Path directory) {
        this.directory = directory;
    }

    /** What the registry holds. */
    public Path registry() {
        return directory.resolve("registry.ndjson");
    }

    /** What is scanned. */
    public Path scans() {
        return directory.resolve("scans.ndjson");
    }

    /** What is true of it. */
    public Path truth() {
        return directory.resolve("truth.ndjson");
    }

    /** Writes a scenario, over what was there. */
    public void write(Scenario scenario) throws IOException {
        Files.createDirectories(directory);
        try (BufferedWriter out = Files.newBufferedWriter(registry())) {
            for (RegistryRecord entry : scenario.registry()) {
                out.append(RegistryJson.write(entry)).append('\n');
            }
        }
        writeLines(scans(), scenario.scans());
        writeLines(truth(), scenario.truths());
    }

    /**
     * Reads the scans.
     *
     * @throws IOException where the file is not there or a line is not valid, with the file and the line's number
     */
    public List<ScanLine> readScans() throws IOException {
        return readLines(scans(), ScanLine.class);
    }

    /**
     * Reads the truth.
     *
     * @throws IOException where the file is not there or a line is not valid, with the file and the line's number
     */
    public List<TruthLine> readTruth() throws IOException {
        return readLines(truth(), TruthLine.class);
    }

    private static void writeLines(Path file, List<?> values) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Object value : values) {
                out.append(Json.STRICT.writeValueAsString(value)).append('\n');
            }
        }
    }

    /** Reads a file of one JSON object a line. */
    public static <T> List<T> readLines(Path file, Class<T> type) throws IOException {
        List<T> values = new ArrayList<>();
        int number = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    values.add(Json.LENIENT.readValue(line, type));
                }
            }
        } catch (NoSuchFileException e) {
            throw new IOException("no such file: " + file, e);
        } catch (JsonProcessingException e) {
            throw new IOException(file + " line " + number + ": " + e.getOriginalMessage(), e);
        }
        return values;
    }
}
