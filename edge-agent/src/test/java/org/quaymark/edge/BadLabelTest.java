package org.quaymark.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.quaymark.inspection.reading.keyboard.KeyboardLayouts;

/** A worker's way through a label that cannot be read: with a scanner alone, and before the dock page. */
@NullUnmarked // fields are set before each test
class BadLabelTest {
    /** A label with a scratch: its GTIN's check digit is not right, and no layout makes it so. */
    private static final String SCRATCHED = "]d2010950600013435521";

    @TempDir
    private Path directory;

    private RunningEdge edge;

    @BeforeEach
    void begin() throws Exception {
        edge = RunningEdge.start(directory);
    }

    @AfterEach
    void end() {
        if (edge != null) {
            edge.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "de", "fr", "cs"})
    void goesFromRescanToReviewWithAScannerAlone(String layout) throws Exception {
        String damaged = KeyboardLayouts.find(layout).orElseThrow().distort("QM:DAMAGED-LABEL");
        assertEquals("RESCAN", edge.scan("hand-7", SCRATCHED).path("verdict").asText());
        JsonNode again = edge.scan("hand-7", SCRATCHED);
        assertEquals("RESCAN", again.path("verdict").asText());
        assertEquals("READING_DOUBTFUL", again.at("/findings/0/code").asText());
        JsonNode noted = edge.scan("hand-7", damaged + "\r\n");
        assertEquals(
                "Noted: the label is damaged. Scan the item once more.",
                noted.path("instruction").asText());
        JsonNode review = edge.scan("hand-7", SCRATCHED);
        assertEquals("REVIEW", review.path("verdict").asText());
        assertEquals("IDENTIFIER_MISSING", review.at("/findings/0/code").asText());
        assertEquals("label-damaged", review.at("/findings/0/detail/reason").asText());
        assertTrue(review.path("instruction").asText().startsWith("Put it on the table for review."));
        assertEquals("RESCAN", edge.scan("hand-7", SCRATCHED).path("verdict").asText(), "the next item begins anew");
    }

    @Test
    void reviewsAtTheThirdRescanOfOneParcelOnTwoDevices() throws Exception {
        String scan = "{\"parcel\":\"RR473124829GB\",\"codes\":[{\"data\":\"" + SCRATCHED + "\"}]}";
        assertEquals("RESCAN", edge.scan("hand-7", scan).path("verdict").asText());
        assertEquals("RESCAN", edge.scan("hand-7", scan).path("verdict").asText());
        JsonNode third = edge.scan("hand-8", scan);
        assertEquals("REVIEW", third.path("verdict").asText());
        assertEquals("IDENTIFIER_MISSING", third.at("/findings/0/code").asText());
        assertEquals("tries", third.at("/findings/0/detail/reason").asText());
    }

    @Test
    void takesTheWorkersWordForTheParcelOfItsLastScan() throws Exception {
        String scan = "{\"parcel\":\"RR473124829GB\",\"codes\":[{\"data\":\"" + SCRATCHED + "\"}]}";
        assertEquals("RESCAN", edge.scan("hand-7", scan).path("verdict").asText());
        edge.scan("hand-7", "QM:DAMAGED-LABEL");
        assertEquals(
                "label-damaged",
                edge.scan("hand-7", scan).at("/findings/0/detail/reason").asText());
    }

    @ParameterizedTest
    @CsvSource({"en,1280,1000", "de,1280,1000", "fr,390,844", "es,390,844", "zh,390,844", "ar,390,844"})
    void tellsTheWorkerBeforeTheDockPageWhatToDoAtEachStep(String language, int width, int height) throws Exception {
        Wording wording = new Wording(language);
        try (Browser browser = Browser.start(directory)) {
            browser.size(width, height);
            browser.open(edge.page("/docks/dock-3?lang=" + language));
            edge.scan("hand-7", SCRATCHED);
            browser.awaitText(wording.dock("effect.RESCAN"));
            browser.awaitText(wording.dock("answer.RESCAN"));
            assertTrue(browser.text().contains(wording.sentence("READING_DOUBTFUL")), browser.text());
            BufferedImage picture = browser.picture("bad-label-1-rescan-" + language);
            edge.scan("hand-7", SCRATCHED);
            // The code on the screen is as good as the one on paper: what it says is what is scanned.
            String onScreen = qr(picture);
            assertEquals("QM:DAMAGED-LABEL", onScreen);
            edge.scan("hand-7", onScreen);
            browser.awaitText(wording.sentence("QM.DAMAGED_LABEL"));
            browser.picture("bad-label-2-noted-" + language);
            edge.scan("hand-7", SCRATCHED);
            browser.awaitText(wording.dock("effect.REVIEW"));
            browser.awaitText(wording.sentence("IDENTIFIER_MISSING"));
            browser.awaitText(wording.dock("answer.REVIEW"));
            browser.picture("bad-label-3-review-" + language);
            assertEquals(language.equals("ar") ? "rtl" : "ltr", browser.ask("document.documentElement.dir"));
            assertEquals(Boolean.TRUE, browser.ask("document.documentElement.scrollWidth <= window.innerWidth"));
        }
    }

    @Test
    void canBeUsedByKeyboardAlone() throws Exception {
        try (Browser browser = Browser.start(directory)) {
            browser.open(edge.page("/docks/dock-3"));
            edge.scan("hand-7", SCRATCHED);
            browser.awaitText("Scan again");
            StringBuilder reached = new StringBuilder();
            for (int i = 0; i < 8; i++) {
                browser.find("body").sendKeys(Keys.TAB);
                reached.append(browser.ask("String(document.activeElement.getAttribute('href'))"))
                        .append(' ');
            }
            assertTrue(reached.toString().contains("/sheet "), reached.toString());
            assertTrue(reached.toString().contains("?lang=ar"), reached.toString());
        }
    }

    private static String qr(BufferedImage picture) throws Exception {
        BinaryBitmap bits = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture)));
        return new QRCodeReader()
                .decode(bits, Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
