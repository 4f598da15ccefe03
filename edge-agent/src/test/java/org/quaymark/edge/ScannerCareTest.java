package org.quaymark.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quaymark.inspection.reading.keyboard.CalibrationSheet;
import org.quaymark.inspection.reading.keyboard.KeyboardLayout;
import org.quaymark.inspection.reading.keyboard.KeyboardLayouts;

/** Scanners that read wrongly: noticed, calibrated, mended. A whole edge, real scans, a real browser. */
@NullUnmarked // fields are set before each test
class ScannerCareTest {
    private static final KeyboardLayout GERMAN = KeyboardLayouts.find("de").orElseThrow();
    private static final String SHOE = "]d20109506000134352217Q4M2K9A";

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

    private JsonNode notice() throws Exception {
        return edge.status().at("/devices/dock-3~1hand-7/notice");
    }

    private void awaitNotice(boolean there) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> notice().isMissingNode() != there);
    }

    @Test
    void raisesOneNoticeWithItsRemedyAndWithdrawsItWhenTheScannerReadsClean() throws Exception {
        try (Browser browser = Browser.start(directory)) {
            browser.open(edge.page("/docks/dock-3"));
            for (int i = 0; i < 3; i++) {
                JsonNode verdict = edge.scan("hand-7", "]D20109506000134352217q4m2k9a");
                assertEquals("caps-lock", verdict.at("/reading/repaired/0").asText(), verdict.toString());
            }
            String remedy = "Caps Lock is on at this scanner’s computer: switch it off.";
            browser.awaitText(remedy);
            browser.picture("notice-wall");
            awaitNotice(true);
            assertEquals(remedy, notice().path("text").asText());
            assertEquals("CAPS_LOCK", notice().path("trouble").asText());
            JsonNode device = edge.status().at("/devices/dock-3~1hand-7");
            assertEquals(3, device.path("reads").asInt());
            assertEquals(3, device.at("/faults/caps-lock").asInt());

            edge.restart();
            edge.scan("hand-7", SHOE);
            edge.scan("hand-7", SHOE);
            browser.awaitText(remedy);
            assertFalse(notice().isMissingNode(), "kept over a restart, and two clean readings are not enough");
            edge.scan("hand-7", SHOE);
            awaitNotice(false);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> !browser.text().contains(remedy));
            assertEquals(6, edge.status().at("/devices/dock-3~1hand-7/reads").asInt(), "nothing is lost");
        }
    }

    @Test
    void calibratesAScannerByTheSheetAndUndoesWhatItChangesFromThenOn() throws Exception {
        assertEquals(
                "Scanner test: now scan code 1, 2, 3, 4, 5, 6 of the sheet.",
                edge.scan("hand-7", GERMAN.distort("QM:SELFTEST"))
                        .path("instruction")
                        .asText());
        List<String> codes = CalibrationSheet.codes();
        for (int i = 0; i < codes.size() - 1; i++) {
            edge.scan("hand-7", "#!" + GERMAN.distort(codes.get(i)));
        }
        String last = "#!" + GERMAN.distort(codes.get(codes.size() - 1));
        assertEquals(
                "Scanner test done: what this scanner changes is known now and will be put right.",
                edge.scan("hand-7", last).path("instruction").asText());
        JsonNode put = edge.scan("hand-7", "#!" + GERMAN.distort("]d201095060001343522" + "18HZZ2K9Y"));
        assertEquals("PASS", put.path("verdict").asText(), put.toString());
        assertEquals("8HZZ2K9Y", put.at("/identified/serial").asText());
        assertEquals("calibrated", put.at("/reading/repaired/0").asText());

        edge.restart();
        JsonNode again = edge.scan("hand-7", "#!" + GERMAN.distort(SHOE));
        assertEquals("7Q4M2K9A", again.at("/identified/serial").asText(), "kept over a restart");
        assertTrue(edge.status().at("/devices/dock-3~1hand-7").has("calibrated"));
        for (int i = 0; i < 3; i++) {
            assertEquals("PASS", edge.scan("hand-7", SHOE).path("verdict").asText());
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !edge.status().at("/devices/dock-3~1hand-7").has("calibrated"));
    }

    @Test
    void saysWhatIsWrongWhereTheCodesContradictOneAnother() throws Exception {
        List<String> codes = CalibrationSheet.codes();
        edge.scan("hand-7", GERMAN.distort(codes.get(0)));
        edge.scan("hand-7", codes.get(1));
        for (String code : codes.subList(2, codes.size() - 1)) {
            edge.scan("hand-7", code);
        }
        JsonNode refused = edge.scan("hand-7", codes.get(codes.size() - 1));
        assertEquals("RESCAN", refused.path("verdict").asText());
        assertTrue(refused.path("instruction").asText().startsWith("Scanner test failed"), refused.toString());
    }

    @Test
    void printsTheSheetInEveryLanguage() throws Exception {
        try (Browser browser = Browser.start(directory)) {
            for (String language : List.of("en", "de", "fr", "es", "zh", "ar")) {
                browser.size(1000, 1500);
                browser.open(edge.page("/sheet?lang=" + language));
                browser.awaitText(new Wording(language).dock("selftest"));
                browser.awaitText("QM:SELFTEST 6");
                browser.picture("sheet-" + language);
            }
        }
    }
}
