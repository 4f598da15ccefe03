package org.quaymark.edge.scanner.image.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of one set. Where nothing is expected, everything read is wrong.
 */
public final class SetCount {
    private int images;
    private int right;
    private int wrong;
    private int plainRight;
    private int plainWrong;
    private final List<String> missed = new ArrayList<>();

    SetCount() {}

    void count(CorpusOutcome outcome) {
        images++;
        right += outcome.isRight() ? 1 : 0;
        wrong += outcome.isWrong() ? 1 : 0;
        plainRight += outcome.isPlainRight() ? 1 : 0;
        plainWrong += outcome.isPlainWrong() ? 1 : 0;
        if (outcome.isMissed()) {
            missed.add(outcome.image().file().getFileName().toString());
        }
    }

    public int images() {
        return images;
    }

    /** Images whose text was among those read. */
    public int right() {
        return right;
    }

    /** Images on which something else was read. */
    public int wrong() {
        return wrong;
    }

    /** What ZXing as it comes read. */
    public int plainRight() {
        return plainRight;
    }

    public int plainWrong() {
        return plainWrong;
    }

    /** Files whose text was not read. */
    public List<String> missed() {
        return List.copyOf(missed);
    }
}
