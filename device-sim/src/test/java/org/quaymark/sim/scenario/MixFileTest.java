package org.quaymark.sim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private Path file(String yaml) throws IOException {
        return Files.writeString(directory.resolve("mix.yaml"), yaml);
    }

    @Test
    void replacesASectionAndKeepsTheOthers() throws Exception {
        Mix mix = MixFile.read(file("truth:\n  genuine: 9\n  recalled: 1\n"));
        assertEquals(Map.of(Truth.GENUINE, 9.0, Truth.RECALLED, 1.0), mix.truths());
        assertEquals(Mix.standard().forms(), mix.forms());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "truth: {genuine: -1} | truth.genuine is not a weight from 0",
                "truth: {genuine: many} | truth.genuine is not a weight from 0",
                "truth: {genuin: 1} | unknown truth.genuin (known: genuine",
                "truths: {genuine: 1} | unknown section truths",
                "truth: 7 | truth is not a map",
                "truth: {genuine: 0} | no weight in truth is above 0",
                "faults: {F99: 1} | unknown faults.F99",
                "7 | not a map",
                "'{' | not YAML",
            })
    void namesWhatIsWrong(String yaml, String reason) throws Exception {
        Path file = file(yaml);
        String message =
                assertThrows(MixFile.InvalidMix.class, () -> MixFile.read(file)).getMessage();
        assertTrue(String.valueOf(message).contains(reason), message);
    }
}
