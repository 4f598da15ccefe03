package org.quaymark.process.settings;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes, written {@code 1024}, {@code 64KiB}, {@code 8MiB} or {@code 2GiB}; {@code kB}, {@code MB} and {@code GB} are powers of 1,000. */
public record ByteSize(long bytes) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,12})\\s*([A-Za-z]*)");

    public ByteSize {
        if (bytes < 0) throw new IllegalArgumentException("a size is not negative: " + bytes);
    }

    /** @throws IllegalArgumentException when the text is no size */
    public static ByteSize parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) throw new IllegalArgumentException(describe(text));
        long unit = switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "", "b" -> 1L;
            case "kb" -> 1_000L;
            case "mb" -> 1_000_000L;
            case "gb" -> 1_000_000_000L;
            case "k", "kib" -> 1L << 10;
            case "m", "mib" -> 1L << 20;
            case "g", "gib" -> 1L << 30;
            default -> throw new IllegalArgumentException(describe(text));
        };
        try {
            return new ByteSize(Math.multiplyExact(Long.parseLong(matcher.group(1)), unit));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(describe(text), e);
        }
    }

    private static String describe(String text) {
        return "'" + text + "' is not a size such as 4096, 64KiB, 8MiB or 2GiB";
    }

    @Override
    public String toString() {
        if (bytes > 0 && bytes % (1L << 30) == 0) return (bytes >> 30) + "GiB";
        if (bytes > 0 && bytes % (1L << 20) == 0) return (bytes >> 20) + "MiB";
        if (bytes > 0 && bytes % (1L << 10) == 0) return (bytes >> 10) + "KiB";
        return Long.toString(bytes);
    }

    /** For picocli; {@link CommandLineMain} registers it. */
    static final class Converter implements ITypeConverter<ByteSize> {
        @Override
        public ByteSize convert(String value) {
            try {
                return parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
