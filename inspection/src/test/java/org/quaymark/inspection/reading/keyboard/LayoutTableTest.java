package org.quaymark.inspection.reading.keyboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.reading.keyboard.table.LayoutTableGenerator;

class LayoutTableTest {
    private static final Path XKB = Path.of("/usr/share/X11/xkb");
    private static final Path KEYSYMS = Path.of("/usr/include/X11/keysymdef.h");

    @Test
    void isWhatItsGeneratorMakesOfTheSameXKeyboardDatabase() throws IOException {
        assumeTrue(Files.exists(XKB) && Files.exists(KEYSYMS));
        try (InputStream in = LayoutTable.class.getResourceAsStream("layouts.txt")) {
            String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assumeTrue(table.contains(LayoutTableGenerator.version(XKB)));
            assertEquals(table, LayoutTableGenerator.generate(XKB, KEYSYMS));
        }
    }
}
