package org.quaymark.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sentence of {@code docs/delivery.md} has a test that carries its id, and every id a test carries has its sentence. */
class DeliveryContractTest {
    private static final Path PROJECT = Path.of("..");

    @Test
    void everyPromiseHasATestAndEveryTestItsPromise() throws IOException {
        Set<String> promised = new TreeSet<>();
        collect(PROJECT.resolve("docs/delivery.md"), Pattern.compile("(?m)^\\| (D-[A-Z]\\d+) \\|"), promised);
        assertFalse(promised.isEmpty());
        Set<String> tested = new TreeSet<>();
        Pattern tag = Pattern.compile("@Tag\\(\"(D-[A-Z]\\d+)\"\\)");
        for (String module : new String[] {"inspection", "process", "edge-agent", "hub", "device-sim"}) {
            Path tests = PROJECT.resolve(module).resolve("src/test/java");
            if (Files.isDirectory(tests)) {
                try (Stream<Path> files = Files.walk(tests)) {
                    for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                            .toList()) {
                        collect(file, tag, tested);
                    }
                }
            }
        }
        assertEquals(promised, tested);
    }

    private static void collect(Path file, Pattern id, Set<String> into) throws IOException {
        Matcher found = id.matcher(Files.readString(file));
        while (found.find()) {
            into.add(found.group(1));
        }
    }
}
