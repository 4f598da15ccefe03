package org.quaymark.inspection.registry;

/** How many characters texts have, as bits: exact up to {@value #LONGEST}, beyond that as one. Immutable. */
public record Lengths(long bits) {
    private static final int LONGEST = 62;

    public static final Lengths NONE = new Lengths(0);

    /** Nothing is known of them. */
    public static final Lengths ANY = new Lengths(-1);

    /** With that one among them. */
    public Lengths with(int characters) {
        long more = bits | bit(characters);
        return more == bits ? this : new Lengths(more);
    }

    public Lengths with(Lengths others) {
        return new Lengths(bits | others.bits);
    }

    public boolean has(int characters) {
        return (bits & bit(characters)) != 0;
    }

    /** The bit of that length. */
    public static long bit(int characters) {
        return 1L << Math.min(characters, LONGEST + 1);
    }
}
