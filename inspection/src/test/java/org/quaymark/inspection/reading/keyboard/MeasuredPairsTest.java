package org.quaymark.inspection.reading.keyboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quaymark.inspection.reading.keyboard.PrintedTexts.printed;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What was measured is the truth: the table reproduces it to the last control character. */
@EnabledIf("org.quaymark.inspection.reading.keyboard.MeasuredPairs#present")
class MeasuredPairsTest {
    @Test
    void distortsAsMeasured() throws IOException {
        for (MeasuredPairs.Pair pair : MeasuredPairs.read()) {
            assertEquals(
                    pair.reported(),
                    pair.layout().distortShowingDeadKeys(pair.printed()),
                    pair.layout().title());
        }
    }

    @Test
    void undoesWhatWasMeasuredWithTheLayoutKnownOrNot() throws IOException {
        for (MeasuredPairs.Pair pair : MeasuredPairs.read()) {
            Undone known = pair.layout().undo(pair.reported());
            assertTrue(printed(known).contains(pair.printed()), pair::toString);
            if (!pair.reported().equals(pair.printed())) {
                Undone unknown = KeyboardLayouts.undo(pair.reported());
                assertTrue(printed(unknown).contains(pair.printed()), pair::toString);
                assertTrue(unknown.complete(), pair::toString);
            }
        }
    }

    @Test
    void undoesTheSameWhereTheProgramDoesNotShowDeadKeys() throws IOException {
        for (MeasuredPairs.Pair pair : MeasuredPairs.read()) {
            String reported = pair.layout().distort(pair.printed());
            if (!reported.equals(pair.printed())) {
                assertTrue(printed(KeyboardLayouts.undo(reported)).contains(pair.printed()), pair::toString);
            }
        }
    }

    @Test
    void takesNoDistortedTextForAClean() throws IOException {
        for (MeasuredPairs.Pair pair : MeasuredPairs.read()) {
            boolean same = pair.reported().equals(pair.printed());
            assertTrue(same || !KeyboardLayouts.isClean(pair.reported()), pair::toString);
        }
        assertFalse(MeasuredPairs.read().isEmpty());
    }
}
