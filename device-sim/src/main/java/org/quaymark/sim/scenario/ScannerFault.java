package org.quaymark.sim.scenario;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.quaymark.inspection.reading.keyboard.KeyboardLayout;
import org.quaymark.inspection.reading.keyboard.KeyboardLayouts;

/** What scanners do to a label's text on its way; the names are those of the list of scanner faults. */
enum ScannerFault {
    /** Caps Lock is on: every letter's case is the other one, that of the symbology identifier too. */
    F1(Reading.PROVED, ScannerFault::swapCase),
    /** The scanner sends capitals only. */
    F2(Reading.UNSURE, text -> text.toUpperCase(Locale.ROOT)),
    /** The scanner sends small letters only. */
    F2_LOWER(Reading.UNSURE, text -> text.toLowerCase(Locale.ROOT)),
    /** A keyboard scanner set to US on a German system. */
    F3(Reading.UNSURE, typedOn("de")),
    /** The same on a French one. */
    F4(Reading.UNSURE, typedOn("fr")),
    /** The same on a Belgian one. */
    F4_BELGIAN(Reading.UNSURE, typedOn("fr-be")),
    /** The same on a Czech one. */
    F5(Reading.UNSURE, typedOn("cs")),
    /** The same on a Hungarian one. */
    F6(Reading.UNSURE, typedOn("hu")),
    /** The same on a Lithuanian one. */
    F7(Reading.UNSURE, typedOn("lt")),
    /** The same on an Italian one. */
    F8(Reading.UNSURE, typedOn("it")),
    /** The same on a Spanish one. */
    F8_SPANISH(Reading.UNSURE, typedOn("es")),
    /** GS arrives as NUL. */
    F9(Reading.PROVED, text -> text.replace(LabelText.GS, '\0')),
    /** GS arrives as ESC. */
    F10(Reading.PROVED, text -> text.replace(LabelText.GS, '\u001b')),
    /** GS arrives as BS. */
    F10_BACKSPACE(Reading.PROVED, text -> text.replace(LabelText.GS, '\b')),
    /** GS is dropped. */
    F11(Reading.UNSURE, ScannerFault::withoutSeparators),
    /** GS arrives as the digits of its code, typed with the Alt key. */
    F14(Reading.UNSURE, text -> text.replace(String.valueOf(LabelText.GS), "029")),
    /** GS is spelled out. */
    F16(Reading.PROVED, text -> text.replace(String.valueOf(LabelText.GS), "<GS>")),
    /** GS arrives as character 232. */
    F17(Reading.UNSURE, text -> text.replace(LabelText.GS, '\u00e8')),
    /** A Code 128 reader hides every FNC1. */
    F18(Reading.UNSURE, text -> withoutSeparators(text.substring(LabelText.IDENTIFIER_LENGTH))),
    /** The FNC1 in first position is passed on as a GS in front of the data. */
    F19(Reading.SAME, text -> LabelText.GS + text.substring(LabelText.IDENTIFIER_LENGTH)),
    /** Carriage return and line feed follow. */
    F20(Reading.SAME, text -> text + "\r\n"),
    /** The symbology identifier is switched off. */
    F21(Reading.SAME, text -> text.substring(LabelText.IDENTIFIER_LENGTH)),
    /** The end of the text gets lost, in the middle of the GTIN. */
    F31(Reading.LOST, text -> text.substring(0, LabelText.IDENTIFIER_LENGTH + 10)),
    /** A keyboard scanner set to US on a Mac with French letters. */
    F33(Reading.UNSURE, typedOn("fr-mac")),
    /** A character that no code of goods holds gets in. */
    F37(Reading.LOST, text -> text.substring(0, text.length() - 1) + '\u00a3');

    /** What can be made of a text with the fault. */
    enum Reading {
        /** It says the same as before. */
        SAME,
        /** What the registry knows is proved. */
        PROVED,
        /** A reader may be left with no proof or several, and asks again. */
        UNSURE,
        /** Nothing but asking again. */
        LOST
    }

    private final Reading reading;

    // Every function above is one of its argument alone.
    @SuppressWarnings("ImmutableEnumChecker")
    private final UnaryOperator<String> distort;

    ScannerFault(Reading reading, UnaryOperator<String> distort) {
        this.reading = reading;
        this.distort = distort;
    }

    /** The label's text as it arrives; the text has a symbology identifier and at least one GS. */
    String distort(String text) {
        return distort.apply(text);
    }

    Reading reading() {
        return reading;
    }

    /** As in mix.yaml and truth.ndjson: {@code F4-belgian}. */
    String wireName() {
        int tail = name().indexOf('_');
        return tail < 0
                ? name()
                : name().substring(0, tail) + '-' + name().substring(tail + 1).toLowerCase(Locale.ROOT);
    }

    private static UnaryOperator<String> typedOn(String layout) {
        return text -> Layout.of(layout).distort(text);
    }

    private static String withoutSeparators(String text) {
        return text.replace(String.valueOf(LabelText.GS), "");
    }

    private static String swapCase(String text) {
        return text.chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static final class Layout {
        static KeyboardLayout of(String name) {
            return KeyboardLayouts.find(name).orElseThrow(() -> new IllegalStateException("no layout " + name));
        }
    }
}
