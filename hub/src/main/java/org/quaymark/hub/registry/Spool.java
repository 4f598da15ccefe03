package org.quaymark.hub.registry;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.quaymark.inspection.registry.RegistryLine;
import org.quaymark.process.json.InvalidLine;
import org.quaymark.process.json.RegistryJson;

/** Valid lines of an import that is to be taken whole or not at all, in a file until all of them are there. */
final class Spool implements Closeable {
    private final Path file = Files.createTempFile("quaymark-import-", ".ndjson");
    private final BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);

    Spool() throws IOException {}

    void add(List<RegistryLine> lines) throws IOException {
        for (RegistryLine line : lines) {
            writer.write(RegistryJson.write(line));
            writer.write('\n');
        }
    }

    void replay(int groupSize, Consumer<List<RegistryLine>> taker) {
        try {
            writer.flush();
            try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                List<RegistryLine> group = new ArrayList<>();
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    group.add(RegistryJson.read(line));
                    if (group.size() == groupSize) {
                        taker.accept(group);
                        group.clear();
                    }
                }
                taker.accept(group);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        } catch (InvalidLine e) {
            throw new IllegalStateException("a line that was valid is not any more", e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
        Files.deleteIfExists(file);
    }
}
