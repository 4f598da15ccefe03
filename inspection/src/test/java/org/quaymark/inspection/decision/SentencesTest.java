package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.reading.ControlCode;

class SentencesTest {
    @Test
    void everyFindingHasASentenceInEveryLanguage() {
        for (Locale locale : Sentences.LOCALES) {
            for (FindingCode code : FindingCode.values()) {
                assertFalse(Sentences.of(code, locale).isBlank());
            }
            for (Effect effect : Effect.values()) {
                assertFalse(Sentences.of(effect, locale).isBlank());
            }
            for (ControlCode code : ControlCode.values()) {
                assertFalse(Sentences.of(code, locale).isBlank());
            }
        }
    }

    @Test
    void noLanguageBorrowsASentenceFromAnother() {
        for (FindingCode code : FindingCode.values()) {
            long different = Sentences.LOCALES.stream()
                    .map(l -> Sentences.of(code, l))
                    .distinct()
                    .count();
            assertEquals(Sentences.LOCALES.size(), different, code.name());
        }
    }

    @Test
    void neverSaysFake() {
        for (FindingCode code : FindingCode.values()) {
            assertFalse(
                    Sentences.of(code, Locale.ENGLISH).toLowerCase(Locale.ROOT).contains("fake"));
        }
    }

    @Test
    void speaksEnglishToEverybodyElse() {
        assertEquals("en", Sentences.spoken(Locale.JAPANESE).toLanguageTag());
        assertEquals("de", Sentences.spoken(Locale.GERMANY).toLanguageTag());
    }
}
