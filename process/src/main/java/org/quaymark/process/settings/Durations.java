package org.quaymark.process.settings;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: {@code 500ms}, {@code 2s}, {@code 5m}, {@code 12h}, {@code 30d}; also ISO 8601 ({@code PT2S}). */
public final class Durations implements ITypeConverter<Duration> {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,12})(ms|s|m|h|d)");

    /** @throws IllegalArgumentException when the text is no duration or a negative one */
    public static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text);
        if (matcher.matches()) {
            long amount = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
        }
        try {
            Duration parsed = Duration.parse(text);
            if (!parsed.isNegative()) return parsed;
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException(describe(text), e);
        }
        throw new IllegalArgumentException(describe(text));
    }

    private static String describe(String text) {
        return "'" + text + "' is not a duration such as 500ms, 2s, 5m, 12h or 30d";
    }

    @Override
    public Duration convert(String value) {
        try {
            return parse(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
