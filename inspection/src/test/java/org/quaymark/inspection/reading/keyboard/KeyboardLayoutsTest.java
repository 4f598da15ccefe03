package org.quaymark.inspection.reading.keyboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quaymark.inspection.reading.keyboard.PrintedTexts.printed;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KeyboardLayoutsTest {
    private static final String CLEAN = "]d2010251991944283521yCH*4h1Ab\u001D10DdVcX<t\u001D17250209";

    @Test
    void namesAreUniqueAndTitled() {
        Set<String> names = new HashSet<>();
        for (KeyboardLayout layout : KeyboardLayouts.all()) {
            assertTrue(names.add(layout.name()), layout::name);
            assertFalse(layout.title().isBlank(), layout::name);
        }
        assertTrue(KeyboardLayouts.usual().size() >= 100);
    }

    @Test
    void usChangesNothing() {
        assertEquals(CLEAN, KeyboardLayouts.find("us").orElseThrow().distort(CLEAN));
    }

    @Test
    void aTextWithIntactIdentifierAndPlainSerialIsClean() {
        assertTrue(KeyboardLayouts.isClean(CLEAN));
        assertTrue(KeyboardLayouts.isClean("]C100340123450000000018"));
        assertFalse(KeyboardLayouts.isClean(CLEAN.replace('\u001D', '\0')));
    }

    @Test
    void aTextThatMayComeFromAnotherLayoutIsNot() {
        assertFalse(KeyboardLayouts.isClean("+d2010251991944283521zCH"));
        assertFalse(KeyboardLayouts.isClean("010251991944283521zCH"));
        assertFalse(KeyboardLayouts.isClean("]dč0ą0čįą99ą9ėėčūęįčąyCH"));
    }

    @Test
    void lookingForACleanTextAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 20_000; i++) {
            KeyboardLayouts.isClean(CLEAN);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            KeyboardLayouts.isClean(CLEAN);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 10_000, () -> allocated + " bytes in 10,000 calls");
    }

    @Test
    void undoingADistortedTextStaysWellBelow200Microseconds() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        PrintedTexts texts = new PrintedTexts(5);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 12; round++) {
            long spent = 0;
            for (KeyboardLayout layout : KeyboardLayouts.usual()) {
                String reported = layout.distort(texts.next());
                long start = threads.getCurrentThreadCpuTime();
                KeyboardLayouts.undo(reported);
                spent += threads.getCurrentThreadCpuTime() - start;
            }
            best = Math.min(best, spent / KeyboardLayouts.usual().size());
        }
        long nanoseconds = best;
        assertTrue(nanoseconds < 200_000, () -> nanoseconds + " ns");
    }

    @Test
    void hostileTextsEndSoon() {
        for (String piece : new String[] {"é", "\0´", "΅", "\b°", "ě", "]", "\u001B", "ߓ"}) {
            String text = piece.repeat(400 / piece.length());
            KeyboardLayouts.undo(text);
            assertTrue(printed(KeyboardLayouts.undo(text)).size() <= KeyboardLayouts.BOUND);
        }
        assertFalse(KeyboardLayouts.undo("ä".repeat(5_000)).complete());
        assertTrue(KeyboardLayouts.undo("").candidates().isEmpty());
    }

    @Property(tries = 2_000)
    void whatALayoutDoesIsAmongWhatMayHaveBeenDone(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 99) int number, @ForAll boolean shown) {
        KeyboardLayout layout = KeyboardLayouts.usual().get(number);
        String text = new PrintedTexts(seed).next();
        String reported = shown ? layout.distortShowingDeadKeys(text) : layout.distort(text);
        Undone undone = layout.undo(reported);
        assertTrue(
                printed(undone).contains(text) || layout.isLossy() || !undone.complete(),
                () -> layout + " " + text + " " + reported);
    }
}
