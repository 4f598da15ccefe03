package org.quaymark.edge.dock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quaymark.inspection.reading.ControlCode;
import org.quaymark.inspection.reading.keyboard.CalibrationSheet;

/** The sheet a worker answers with by scanning, and the self-test codes that calibrate a scanner (interfaces.md 2.3). */
final class ControlSheet {
    private ControlSheet() {}

    /** What a worker says. */
    static List<ControlView> controls(Words words) {
        return Arrays.stream(ControlCode.values())
                .map(code -> view(code, words))
                .toList();
    }

    /** The self-test's codes, to be scanned in any order. */
    static List<ControlView> selfTest() {
        List<ControlView> views = new ArrayList<>();
        for (String text : CalibrationSheet.codes()) {
            int number = views.size() + 1;
            views.add(view(CalibrationSheet.HEADER + " " + number, String.valueOf(number), text));
        }
        return List.copyOf(views);
    }

    static ControlView view(ControlCode code, Words words) {
        return view(code.data(), words.of(code), code.data());
    }

    private static ControlView view(String name, String label, String text) {
        Squares squares = Squares.of(text);
        return new ControlView(name, label, text, squares.size(), squares.path());
    }
}
