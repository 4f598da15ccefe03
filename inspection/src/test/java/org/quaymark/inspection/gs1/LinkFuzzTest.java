package org.quaymark.inspection.gs1;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.quaymark.inspection.HostileInput;

/** Whatever a web address is like, taking it for a Digital Link ends soon and throws nothing; what it was can be printed. */
class LinkFuzzTest {
    private static final HostileInput INPUT = new HostileInput(Duration.ofMillis(100));

    @FuzzTest(maxDuration = "150s")
    void parsesAnything(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        INPUT.handle(() -> {
            parse(text);
            parse("https://a/01/09506000134352" + text);
        });
    }

    private static void parse(String text) {
        ElementString link = DigitalLink.parse(text);
        if (link != null && link.isValid()) {
            ElementString again = ElementString.parse(link.print());
            if (!again.isValid() || !again.print().equals(link.print())) {
                throw new AssertionError(link + " became " + again);
            }
        }
    }
}
