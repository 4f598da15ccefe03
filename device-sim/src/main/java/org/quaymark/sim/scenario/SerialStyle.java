package org.quaymark.sim.scenario;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The ways in which makers number their units. */
enum SerialStyle {
    /** Eight capitals and digits, at random. */
    CAPITALS("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 8, "[A-Z0-9]{8}"),
    /** Twelve letters of both cases and digits, at random. */
    MIXED("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 12, "[A-Za-z0-9]{12}"),
    /** Consecutive numbers of eight digits, registered as ranges. */
    RANGE("0123456789", 8, "[0-9]{8}");

    private final String alphabet;
    private final int length;
    private final String pattern;

    SerialStyle(String alphabet, int length, String pattern) {
        this.alphabet = alphabet;
        this.length = length;
        this.pattern = pattern;
    }

    String pattern() {
        return pattern;
    }

    /** A serial of that form at random; of a range product, one from the block that no lot is ever given. */
    String draw(RandomGenerator random) {
        StringBuilder serial = new StringBuilder(length);
        if (this == RANGE) {
            serial.append('9');
        }
        while (serial.length() < length) {
            serial.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return serial.toString();
    }

    /** What somebody without the maker's numbering might print. */
    String malformed(RandomGenerator random) {
        String serial = draw(random);
        return switch (this) {
            case CAPITALS, MIXED -> serial.substring(0, length - 3);
            case RANGE -> serial.substring(0, 3) + "X" + serial.substring(4);
        };
    }

    /** The style that the products of a catalogue have in turn. */
    static @Nullable SerialStyle ofIndex(int index) {
        return switch (index % 4) {
            case 0 -> CAPITALS;
            case 1 -> MIXED;
            case 2 -> RANGE;
            default -> null;
        };
    }
}
