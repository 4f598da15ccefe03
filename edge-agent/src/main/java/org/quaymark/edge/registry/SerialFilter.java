package org.quaymark.edge.registry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;
import org.quaymark.inspection.registry.Lengths;

/**
 * Which units may be in the replica: its yes is to be confirmed, its no is final. A Bloom filter whose keys each lie in one cache
 * line (Putze, Sanders, Singler: Cache-, Hash- and Space-Efficient Bloom Filters, 2007): {@value #BITS} bits and about two wrong
 * yeses in a thousand for each key it was made for. In front of it lies what the serials of a product look like: how many
 * characters they have, and which the first {@value #PLACES} are. That is in the processor's cache where the rest is not, and most
 * serials that differ from an issued one by more than a number are told by it. Nothing is ever taken out. Thread-safe; what was
 * added before a reader was told of it is found by that reader.
 */
public final class SerialFilter {
    /** Bits for each key. */
    static final int BITS = 16;

    private static final int WORDS_OF_LINE = 8;
    private static final int BITS_OF_LINE = 512;
    private static final int PROBES = 7;
    /** One shape for so many keys: a bit more for each. */
    private static final int KEYS_OF_SHAPE = 512;

    private static final int WORDS_OF_SHAPE = 8;
    private static final int PLACES = WORDS_OF_SHAPE - 1;
    private static final int LEAST = 1 << 16;
    private static final int MOST = 1 << 30;
    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

    private final long[] words;
    /** By the product's hash a cache line: {@link Lengths#bit} of every serial added, and its first characters, place by place. */
    private final long[] shapes;

    private final long lines;
    private final long capacity;
    private final AtomicLong added = new AtomicLong();

    /** @param keys how many it is to hold; beyond that it says yes more often */
    public SerialFilter(long keys) {
        capacity = Math.max(LEAST, Math.min(MOST, keys));
        lines = (capacity * BITS + BITS_OF_LINE - 1) / BITS_OF_LINE;
        words = new long[Math.toIntExact(lines * WORDS_OF_LINE)];
        shapes = new long[Math.toIntExact(Long.highestOneBit(capacity / KEYS_OF_SHAPE)) * WORDS_OF_SHAPE];
    }

    /** A unit. */
    public void add(long gtin, String serial) {
        int shape = shape(gtin);
        addToShape(shape, Lengths.bit(serial.length()));
        for (int place = 0; place < PLACES && place < serial.length(); place++) {
            addToShape(shape + 1 + place, bit(serial.charAt(place)));
        }
        set(hash(gtin, serial));
        added.incrementAndGet();
    }

    /** A range of units of that product whose serials have so many digits. */
    void addRange(long gtin, int digits) {
        addToShape(shape(gtin), Lengths.bit(digits));
        set(hash(~gtin, digits));
        added.incrementAndGet();
    }

    /** Whether that unit may have been added. */
    public boolean mayHave(long gtin, String serial) {
        return hasShape(shape(gtin), serial) && isSet(hash(gtin, serial));
    }

    /** How many characters the serials of that product may have, single ones and ranges. */
    Lengths lengths(long gtin) {
        return new Lengths(shapes[shape(gtin)]);
    }

    boolean mayHaveRange(long gtin, int digits) {
        return isSet(hash(~gtin, digits));
    }

    boolean isFull() {
        return added.get() > capacity;
    }

    long bytes() {
        return (words.length + shapes.length) * (long) Long.BYTES;
    }

    private void addToShape(int word, long bit) {
        // Nearly always there already.
        if ((shapes[word] & bit) == 0) {
            WORD.getAndBitwiseOr(shapes, word, bit);
        }
    }

    private boolean hasShape(int shape, String serial) {
        int length = serial.length();
        if ((shapes[shape] & Lengths.bit(length)) == 0) {
            return false;
        }
        for (int place = 0; place < PLACES && place < length; place++) {
            if ((shapes[shape + 1 + place] & bit(serial.charAt(place))) == 0) {
                return false;
            }
        }
        return true;
    }

    private int shape(long gtin) {
        return ((int) mix(gtin) * WORDS_OF_SHAPE) & shapes.length - 1;
    }

    /** Two characters of CSET 82 at most share one. */
    private static long bit(char character) {
        return 1L << (character & 63);
    }

    private void set(long hash) {
        int line = line(hash);
        long bits = mix(hash);
        for (int i = 0; i < PROBES; i++) {
            int bit = (int) (bits & (BITS_OF_LINE - 1));
            WORD.getAndBitwiseOr(words, line + (bit >>> 6), 1L << (bit & 63));
            bits >>>= 9;
        }
    }

    private boolean isSet(long hash) {
        int line = line(hash);
        long bits = mix(hash);
        for (int i = 0; i < PROBES; i++) {
            int bit = (int) (bits & (BITS_OF_LINE - 1));
            if ((words[line + (bit >>> 6)] & 1L << (bit & 63)) == 0) {
                return false;
            }
            bits >>>= 9;
        }
        return true;
    }

    private int line(long hash) {
        return (int) ((hash >>> 32) * lines >>> 32) * WORDS_OF_LINE;
    }

    private static long hash(long gtin, String serial) {
        long hash = mix(gtin);
        for (int i = 0; i < serial.length(); i++) {
            hash = (hash ^ serial.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return mix(hash);
    }

    private static long hash(long gtin, int digits) {
        return mix(mix(gtin) ^ digits);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
