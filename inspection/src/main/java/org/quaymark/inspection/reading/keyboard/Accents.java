package org.quaymark.inspection.reading.keyboard;

import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a dead key makes of the next character, by the Unicode canonical compositions. */
final class Accents {
    private static final String ALONE = "`´^~¨ˇ˘˙˝¸˛¯°΄΅'\"";

    /** The combining marks of {@link #ALONE}, place by place. */
    private static final String[] MARKS = {
        "\u0300",
        "\u0301",
        "\u0302",
        "\u0303",
        "\u0308",
        "\u030C",
        "\u0306",
        "\u0307",
        "\u030B",
        "\u0327",
        "\u0328",
        "\u0304",
        "\u030A",
        "\u0301",
        "\u0308\u0301",
        "\u0313",
        "\u0314"
    };

    /** Accent and base to what they make: normalising is slow, and a hundred layouts ask for the same. */
    private static final Map<Integer, Character> KNOWN = new ConcurrentHashMap<>();

    private Accents() {}

    /** The one character that accent and base make, or 0 where they make none and are both typed. */
    static char compose(char accent, char base) {
        return ALONE.indexOf(accent) < 0 || !Character.isLetter(base)
                ? 0
                : KNOWN.computeIfAbsent(accent << 16 | base, unused -> normalise(accent, base));
    }

    private static char normalise(char accent, char base) {
        int at = ALONE.indexOf(accent);
        String composed = Normalizer.normalize(base + MARKS[at], Normalizer.Form.NFC);
        return composed.length() == 1 ? composed.charAt(0) : 0;
    }
}
