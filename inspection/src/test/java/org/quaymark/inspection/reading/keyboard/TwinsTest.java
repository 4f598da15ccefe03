package org.quaymark.inspection.reading.keyboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Most layouts are left out before anybody undoes one: none of those that may have changed the text. */
class TwinsTest {
    private static final List<String> IDENTIFIERS = List.of("]d2", "]C1", "]e0", "]Q3", "]d1", "]E0", "");
    private static final int LABELS = 300;

    private final Random random = new Random(20261125);

    @Test
    void thoseUnderAnyLayoutAreThoseUnderEachOne() {
        int twins = 0;
        for (int i = 0; i < LABELS; i++) {
            String text = arriving(i);
            List<String> found = texts(KeyboardLayouts.undoUnderAny(text));
            if (found.size() < KeyboardLayouts.BOUND) {
                assertEquals(underEach(text), new HashSet<>(found), text);
            }
            twins += found.size();
        }
        assertTrue(twins > LABELS, twins + " twins");
    }

    @Test
    void lossesUnderAnyLayoutAreThoseUnderEachOne() {
        for (int i = 0; i < LABELS; i++) {
            String text = arriving(i);
            Set<Loss> each = new HashSet<>();
            for (KeyboardLayout layout : KeyboardLayouts.all()) {
                if (layout.isLossy()) {
                    texts(layout.undo(text, Gs1Frame.START)).forEach(left -> each.add(new Loss(left, layout.lost())));
                }
            }
            assertEquals(each, new HashSet<>(KeyboardLayouts.losses(text)), text);
        }
    }

    @Test
    void aTextTooLongToUndoHasNotBeenUndone() {
        String text = "]d20109506000134352" + "21" + "A".repeat(KeyboardLayout.LONGEST);
        assertEquals(new Undone(List.of(), false), KeyboardLayouts.undoUnderAny(text));
    }

    /** A label as it was printed, or as some layout makes it arrive. */
    private String arriving(int number) {
        String printed = IDENTIFIERS.get(random.nextInt(IDENTIFIERS.size())) + "0109506000134352" + "10"
                + any(1 + random.nextInt(6)) + "\u001d21" + any(1 + random.nextInt(12));
        List<KeyboardLayout> all = KeyboardLayouts.all();
        KeyboardLayout layout = all.get(random.nextInt(all.size()));
        return switch (number % 4) {
            case 0 -> layout.distort(printed);
            case 1 -> layout.distortShowingDeadKeys(printed);
            case 2 -> printed.replace("\u001d", "");
            default -> printed;
        };
    }

    private String any(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(UsKeys.CSET_82.charAt(random.nextInt(UsKeys.CSET_82.length())));
        }
        return text.toString();
    }

    private static Set<String> underEach(String text) {
        Set<String> each = new HashSet<>();
        KeyboardLayouts.all().forEach(layout -> each.addAll(texts(layout.undo(text, Gs1Frame.START))));
        each.remove(text);
        return each;
    }

    private static List<String> texts(Undone undone) {
        List<String> texts = new ArrayList<>();
        undone.candidates().forEach(candidate -> texts.add(candidate.printed()));
        return texts;
    }
}
