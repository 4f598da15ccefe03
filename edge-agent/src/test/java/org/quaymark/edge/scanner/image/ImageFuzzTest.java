package org.quaymark.edge.scanner.image;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import org.quaymark.edge.HostileInput;

/** Whatever an image holds, or is instead of one, looking for codes on it ends soon and throws nothing. */
class ImageFuzzTest {
    private static final HostileInput INPUT = new HostileInput(Duration.ofSeconds(2));

    /** With the time that the edge gives it. */
    private final CodeReader reader = new CodeReader(Duration.ofMillis(1500));

    @FuzzTest(maxDuration = "150s")
    void readsAnything(byte[] image) {
        INPUT.handle(() -> reader.read(image));
    }
}
