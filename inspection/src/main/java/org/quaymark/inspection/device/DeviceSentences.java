package org.quaymark.inspection.device;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Sentences;
import org.quaymark.inspection.reading.keyboard.KeyboardLayout;
import org.quaymark.inspection.reading.keyboard.KeyboardLayouts;

/** What people are told about a scanner, in plain words and in six languages. */
public final class DeviceSentences {
    private DeviceSentences() {}

    /** What is wrong and what mends it, in one or two sentences. */
    public static String of(Notice notice, Locale locale) {
        Locale spoken = Sentences.spoken(locale);
        String keyboard = notice.trouble() == Trouble.KEYBOARD ? keyboard(notice.layout(), spoken) : null;
        return keyboard == null
                ? bundle(spoken).getString(notice.trouble().name())
                : format("KEYBOARD.of", spoken, keyboard);
    }

    /** What a self-test code brought, and which codes are next. */
    public static String of(SelfTest test, Locale locale) {
        Locale spoken = Sentences.spoken(locale);
        String missing = test.missing().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return format("SELFTEST." + test.step().name(), spoken, missing);
    }

    /** What the keyboard is called: the language's or country's name where the layout's says it, else the table's title. */
    static @Nullable String keyboard(@Nullable String layout, Locale locale) {
        // A name from elsewhere is not repeated to anybody.
        KeyboardLayout known =
                layout == null ? null : KeyboardLayouts.find(layout).orElse(null);
        if (known == null) {
            return null;
        }
        String[] parts = known.name().split("<", 2)[0].split("-");
        String name = "";
        if (parts[0].equals("us")) {
            name = Locale.US.getDisplayName(locale);
        } else if (parts[0].equals("x") && parts.length > 1 && parts[1].length() == 2) {
            name = new Locale("", parts[1]).getDisplayCountry(locale);
        } else if (parts[0].length() == 2) {
            String country = parts.length > 1 && parts[1].length() == 2 ? parts[1] : "";
            name = new Locale(parts[0], country).getDisplayName(locale);
        }
        return name.isEmpty() || name.equalsIgnoreCase(parts[parts.length - 1]) ? known.title() : name;
    }

    private static String format(String key, Locale locale, String value) {
        return new MessageFormat(bundle(locale).getString(key), locale).format(new Object[] {value});
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "org.quaymark.inspection.device.sentences",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
