package org.quaymark.inspection.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.decision.Sentences;

class DeviceReadingsTest {
    private static final Instant AT = Instant.parse("2026-11-25T06:00:00Z");
    private static final NoticeRule RULE = new NoticeRule(3, 10, 4);
    private static final Outcome CLEAN = new Outcome(List.of(), false, false, true, true, true);
    private static final Outcome DIGITS = new Outcome(List.of(), false, false, true, false, false);
    private static final Outcome DOUBT = new Outcome(List.of(), true, false, false, true, false);
    private static final Outcome NO_CODE = new Outcome(List.of(), false, true, false, false, false);

    private static Outcome fault(String name) {
        return new Outcome(List.of(name), false, false, true, true, true);
    }

    private static DeviceReadings after(DeviceReadings readings, Outcome read, int times) {
        DeviceReadings now = readings;
        for (int i = 0; i < times; i++) {
            now = now.with(read, RULE, AT.plusSeconds(now.reads()));
        }
        return now;
    }

    private static DeviceReadings after(Outcome read, int times) {
        return after(DeviceReadings.none(AT), read, times);
    }

    @Test
    void countsWhatWasReadRepairedInDoubtAndUnreadable() {
        DeviceReadings readings = after(after(after(after(CLEAN, 5), fault("caps-lock"), 2), DOUBT, 1), NO_CODE, 1);
        assertEquals(
                "{reads=9, repaired=2, doubtful=1, unreadable=2, fault:caps-lock=2}",
                readings.counts().toString());
        assertEquals(AT, readings.since());
    }

    @Test
    void raisesOneNoticeAtTheThresholdAndNotBefore() {
        assertNull(after(fault("caps-lock"), 2).notice());
        DeviceReadings third = after(fault("caps-lock"), 3);
        assertEquals(Trouble.CAPS_LOCK, Objects.requireNonNull(third.notice()).trouble());
        Notice later =
                Objects.requireNonNull(after(third, fault("caps-lock"), 5).notice());
        assertEquals(third.notice(), later, "it stays the same one");
    }

    @Test
    void forgetsFaultsThatLeftTheWindow() {
        DeviceReadings readings = after(after(fault("caps-lock"), 2), CLEAN, 10);
        assertNull(after(readings, fault("caps-lock"), 2).notice());
    }

    @Test
    void withdrawsTheNoticeOnlyAfterCleanReadingsInARow() {
        DeviceReadings noticed = after(fault("caps-lock"), 3);
        assertNotNull(after(noticed, CLEAN, 3).notice());
        assertNotNull(after(after(after(noticed, CLEAN, 3), fault("caps-lock"), 1), CLEAN, 3)
                .notice());
        DeviceReadings withdrawn = after(noticed, CLEAN, 4);
        assertNull(withdrawn.notice());
        assertNull(after(withdrawn, fault("caps-lock"), 2).notice(), "what led to the last one is done with");
    }

    @Test
    void takesDigitsForNoProofThatTheKeyboardIsRight() {
        assertNotNull(after(after(fault("layout:de"), 3), DIGITS, 50).notice());
        assertNotNull(after(after(fault("separator-lost"), 3), DIGITS, 50).notice());
    }

    @Test
    void namesTheKeyboardThatWasSeenMostOften() {
        DeviceReadings readings =
                after(after(after(fault("layout:it"), 1), fault("layout:de"), 2), fault("layout:de"), 1);
        assertEquals("de", Objects.requireNonNull(readings.notice()).layout());
    }

    @Test
    void prefersATroubleThatNamesItsCause() {
        DeviceReadings readings = after(after(DOUBT, 5), fault("layout:fr"), 3);
        assertEquals(Trouble.KEYBOARD, Objects.requireNonNull(readings.notice()).trouble());
    }

    @Test
    void staysBoundedWhateverAFaultIsCalled() {
        DeviceReadings readings = DeviceReadings.none(AT);
        for (int i = 0; i < 1_000; i++) {
            readings = readings.with(fault("layout:" + i), RULE, AT);
        }
        assertTrue(readings.faults().size() <= 33, readings.faults().keySet().toString());
        assertEquals(
                1_000, readings.faults().values().stream().mapToLong(n -> n).sum());
        assertTrue(readings.recent().size() <= RULE.window());
    }

    @Test
    void tellsTheRemedyInSixLanguages() {
        for (Locale locale : Sentences.LOCALES) {
            for (Trouble trouble : Trouble.values()) {
                String sentence = DeviceSentences.of(new Notice(trouble, null, AT), locale);
                assertTrue(sentence.length() > 8 && !sentence.contains("{"), sentence);
            }
            for (SelfTest.Step step : SelfTest.Step.values()) {
                String sentence = DeviceSentences.of(new SelfTest(step, List.of(2, 3)), locale);
                assertEquals(step == SelfTest.Step.MORE, sentence.contains("2, 3"), sentence);
            }
        }
        Notice german = new Notice(Trouble.KEYBOARD, "de", AT);
        assertEquals("Set the scanner’s keyboard country to “German”.", DeviceSentences.of(german, Locale.ENGLISH));
        assertEquals("Das Tastaturland des Scanners auf „Deutsch“ stellen.", DeviceSentences.of(german, Locale.GERMAN));
        assertTrue(DeviceSentences.of(new Notice(Trouble.KEYBOARD, "us<de", AT), Locale.ENGLISH)
                .contains("English (United States)"));
        assertTrue(DeviceSentences.of(new Notice(Trouble.KEYBOARD, "x-br", AT), Locale.FRENCH)
                .contains("Brésil"));
    }
}
