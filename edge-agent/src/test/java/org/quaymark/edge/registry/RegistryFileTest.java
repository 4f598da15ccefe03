package org.quaymark.edge.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryFileTest {
    @TempDir
    Path directory;

    @Test
    void losesNothingValidToAnErrorInTheMiddle() throws Exception {
        Path file = directory.resolve("registry.ndjson");
        Files.writeString(
                file,
                "\uFEFF{\"type\":\"party\",\"id\":\"acme\",\"name\":\"Acme\"}\r\n{\"type\":\"no\n\n"
                        + "{\"type\":\"prefix\",\"prefix\":\"9506000\",\"holder\":\"acme\",\"extra\":1}\n"
                        + "{\"type\":\"prefix\",\"prefix\":\"9506000\",\"holder\":\"acme\"}");
        List<String> problems = new ArrayList<>();
        try (Replica replica = Replica.open(directory.resolve("registry.db"), Clock.systemUTC())) {
            RegistryFile.Loaded loaded = RegistryFile.load(file, replica, Clock.systemUTC(), problems::add);
            assertEquals(new RegistryFile.Loaded(2, 2), loaded);
            assertNotNull(replica.current().party("acme"));
            assertNotNull(replica.current().prefixOf("09506000134352"));
            assertNotNull(replica.current().asOf());
            assertTrue(problems.get(0).contains("line 2:"), problems.toString());
            assertTrue(problems.get(1).contains("line 4: unknown field: extra"), problems.toString());
        }
    }
}
